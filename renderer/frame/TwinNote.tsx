import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useApi } from '../client/api.ts';
import { twinFacts } from '../text/person.ts';
import { useText } from '../text/useText.ts';
import css from './PatientStrip.module.css';
import { useStatus } from './session.ts';

/** Says that somebody else on record has her name, and by what the two are told apart. Without one it says nothing. */
export function TwinNote({ patientId }: { patientId: string }) {
  const t = useText();
  const { orpc } = useApi();
  const { today } = useStatus();
  const { data } = useQuery(orpc.patients.twins.queryOptions({ input: { id: patientId } }));
  const [first, ...others] = data?.rows ?? [];
  if (!data || !first) return null;
  const facts = data.rows.map((row) => twinFacts(row, today)).join('; ');
  const count = data.rows.length;
  return (
    <p className={css.twin}>
      <Users />
      <span>
        {data.more
          ? t('twin.many', { count, facts })
          : others.length > 0
            ? t('twin.some', { count, facts })
            : t('twin.one', { name: first.name, facts })}
      </span>
    </p>
  );
}
