import { useQuery } from '@tanstack/react-query';
import type { AuditFilter } from '#core/contract/audit.ts';
import { AUDIT_GROUPS } from '#core/domain/auditActions.ts';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { ChoiceFilter } from '../rows/ChoiceFilter.tsx';
import { PatientFilter } from '../rows/PatientFilter.tsx';
import { RowFilters } from '../rows/RowFilters.tsx';
import { changed } from '../rows/rowFilter.ts';

export interface LogFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Which rows are shown: of whom, of what kind, of which patient, of which days. */
export function LogFilters({ filter, onChange }: LogFiltersProps) {
  const t = useText();
  const { orpc } = useApi();
  const people = useQuery(orpc.users.list.queryOptions());
  const persons = (people.data ?? []).map(({ id, name, retired }) => ({
    value: id,
    label: name,
    ...(retired ? { note: t('log.person.retired') } : {}),
  }));
  return (
    <RowFilters
      filter={filter}
      onDays={(days) => onChange(changed(filter, days))}
      onClear={() => onChange({})}
      failure={people.error ? <Failure error={people.error} onRetry={() => void people.refetch()} /> : null}
    >
      <ChoiceFilter
        label={t('log.person')}
        all={t('log.person.all')}
        choices={[...persons, { value: 'system', label: t('log.person.system') }]}
        value={filter.userId}
        onChange={(userId) => onChange(changed(filter, { userId }))}
      />
      <ChoiceFilter
        label={t('log.kind')}
        all={t('log.kind.all')}
        choices={AUDIT_GROUPS.map((group) => ({ value: group, label: t(`log.group.${group}`) }))}
        value={filter.group}
        onChange={(group) => onChange(changed(filter, { group }))}
      />
      <PatientFilter patientId={filter.patientId} onChange={(patientId) => onChange(changed(filter, { patientId }))} />
    </RowFilters>
  );
}
