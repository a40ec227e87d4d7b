import { useQuery } from '@tanstack/react-query';
import type { AuditFilter } from '#core/contract/audit.ts';
import { AUDIT_GROUPS } from '#core/domain/auditActions.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Select } from '../../ui/Select.tsx';
import css from './Log.module.css';
import { changed, isBackwards } from './logSearch.ts';
import { PatientFilter } from './PatientFilter.tsx';

const ALL = 'all';

export interface LogFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Which rows are shown: of whom, of what kind, of which patient, of which days. */
export function LogFilters({ filter, onChange }: LogFiltersProps) {
  const t = useText();
  const { orpc } = useApi();
  const { today } = useStatus();
  const people = useQuery(orpc.users.list.queryOptions());
  const persons = [
    { value: ALL, label: t('log.person.all') },
    ...(people.data ?? []).map(({ id, name, retired }) => ({
      value: id,
      label: name,
      ...(retired ? { note: t('log.person.retired') } : {}),
    })),
    { value: 'system', label: t('log.person.system') },
  ];
  const kinds = [
    { value: ALL, label: t('log.kind.all') },
    ...AUDIT_GROUPS.map((group) => ({ value: group, label: t(`log.group.${group}`) })),
  ];
  const some = Object.keys(filter).length > 0;
  return (
    <section className={css.filters} aria-labelledby="log-filters">
      <h2 id="log-filters" className="vh">
        {t('log.filters')}
      </h2>
      <Select
        label={t('log.person')}
        choices={persons}
        value={filter.userId ?? ALL}
        onChange={(userId) => onChange(changed(filter, { userId: userId === ALL ? undefined : userId }))}
      />
      <Select
        label={t('log.kind')}
        choices={kinds}
        value={filter.group ?? ALL}
        onChange={(kind) => onChange(changed(filter, { group: AUDIT_GROUPS.find((group) => group === kind) }))}
      />
      <PatientFilter patientId={filter.patientId} onChange={(patientId) => onChange(changed(filter, { patientId }))} />
      <DateField
        label={t('log.from')}
        value={filter.from ?? null}
        max={today}
        onChange={(from) => onChange(changed(filter, { from: from ?? undefined }))}
      />
      <DateField
        label={t('log.to')}
        value={filter.to ?? null}
        error={isBackwards(filter) ? t('log.order') : undefined}
        max={today}
        onChange={(to) => onChange(changed(filter, { to: to ?? undefined }))}
      />
      {some ? (
        <div className={css.clear}>
          <Button kind="quiet" onPress={() => onChange({})}>
            {t('log.clear')}
          </Button>
        </div>
      ) : null}
      {people.error ? <Failure error={people.error} onRetry={() => void people.refetch()} /> : null}
    </section>
  );
}
