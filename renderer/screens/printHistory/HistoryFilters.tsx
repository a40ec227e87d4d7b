import type { PrintHistoryFilter } from '#core/contract/printHistory.ts';
import { PRINT_ACT_GROUPS } from '#core/domain/printActs.ts';
import { useText } from '../../text/useText.ts';
import { ChoiceFilter } from '../rows/ChoiceFilter.tsx';
import { PatientFilter } from '../rows/PatientFilter.tsx';
import { RowFilters } from '../rows/RowFilters.tsx';
import { changed } from '../rows/rowFilter.ts';

export interface HistoryFiltersProps {
  filter: PrintHistoryFilter;
  onChange: (filter: PrintHistoryFilter) => void;
}

/** Which rows are shown: what happened, to whose papers, on which days. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const t = useText();
  return (
    <RowFilters filter={filter} onDays={(days) => onChange(changed(filter, days))} onClear={() => onChange({})}>
      <PatientFilter patientId={filter.patientId} onChange={(patientId) => onChange(changed(filter, { patientId }))} />
      <ChoiceFilter
        label={t('history.what')}
        all={t('log.kind.all')}
        choices={PRINT_ACT_GROUPS.map((group) => ({ value: group, label: t(`history.group.${group}`) }))}
        value={filter.group}
        onChange={(group) => onChange(changed(filter, { group }))}
      />
    </RowFilters>
  );
}
