import { Link } from '@tanstack/react-router';
import { BookOpen, FilePenLine } from 'lucide-react';
import type { PatientRow } from '#core/contract/shapes.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { useTopics } from '../visits/useStartVisit.ts';
import css from './Patients.module.css';

/** What waits for the person signed in: packs to approve, drafts to finish. */
export function WaitsForYou({ rows }: { rows: readonly PatientRow[] }) {
  const t = useText();
  const { sample } = useStatus();
  const doctor = useHasRole('doctor');
  const { clinical, topics } = useTopics();
  const toApprove = doctor && !sample ? topics.filter(({ approvals }) => !approvals.some(({ language }) => language === 'en')) : [];
  const drafts = clinical ? rows.filter(({ lastVisit }) => lastVisit?.state === 'draft') : [];
  return (
    <aside aria-labelledby="waits">
      <h2 id="waits">{t('waits.title')}</h2>
      <ul className={css.waits}>
        {toApprove.map(({ ref, title }) => (
          <li key={ref.hash}>
            <BookOpen />
            <span>
              <Link to="/approve/$hash" params={{ hash: ref.hash }} className="hit">
                {t('waits.approve')}
              </Link>
              <small>{t('waits.pack', { title, version: ref.version })}</small>
            </span>
          </li>
        ))}
        {drafts.map(({ id, name }) => (
          <li key={id}>
            <FilePenLine />
            <span>
              <Link to="/patients/$patientId" params={{ patientId: id }} className="hit">
                {t('waits.draft')}
              </Link>
              <small>{name}</small>
            </span>
          </li>
        ))}
        {toApprove.length + drafts.length === 0 ? <li className="muted">{t('waits.nothing')}</li> : null}
      </ul>
    </aside>
  );
}
