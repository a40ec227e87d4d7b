import type { PrintHistoryFilter } from '#core/contract/printHistory.ts';
import { PRINT_ACT_GROUPS } from '#core/domain/printActs.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import css from '../log/Log.module.css';
import { PatientFilter } from '../log/PatientFilter.tsx';
import { isBackwards, withChange } from './historySearch.ts';

const ALL = 'all';

export interface HistoryFiltersProps {
  filter: PrintHistoryFilter;
  onChange: (filter: PrintHistoryFilter) => void;
}

/** Which rows are shown: what happened, to whose papers, on which days. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const t = useText();
  const { today } = useStatus();
  const kinds = [
    { value: ALL, label: t('log.kind.all') },
    ...PRINT_ACT_GROUPS.map((group) => ({ value: group, label: t(`history.group.${group}`) })),
  ];
  return (
    <section className={css.filters} aria-labelledby="history-filters">
      <h2 id="history-filters" className="vh">
        {t('log.filters')}
      </h2>
      <PatientFilter patientId={filter.patientId} onChange={(patientId) => onChange(withChange(filter, { patientId }))} />
      <Select
        label={t('history.what')}
        choices={kinds}
        value={filter.group ?? ALL}
        onChange={(kind) => onChange(withChange(filter, { group: PRINT_ACT_GROUPS.find((group) => group === kind) }))}
      />
      <DateField
        label={t('log.from')}
        value={filter.from ?? null}
        max={today}
        onChange={(from) => onChange(withChange(filter, { from: from ?? undefined }))}
      />
      <DateField
        label={t('log.to')}
        value={filter.to ?? null}
        error={isBackwards(filter) ? t('log.order') : undefined}
        max={today}
        onChange={(to) => onChange(withChange(filter, { to: to ?? undefined }))}
      />
      {Object.keys(filter).length > 0 ? (
        <div className={css.clear}>
          <Button kind="quiet" onPress={() => onChange({})}>
            {t('log.clear')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
