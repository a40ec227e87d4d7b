import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookOpen, DatabaseBackup, FilePenLine, PhoneCall } from 'lucide-react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { useBackupReminder } from '../backups/useBackups.ts';
import { useTopics } from '../visits/useStartVisit.ts';
import css from './Patients.module.css';

/** What waits for the person signed in: patients to call, packs to approve, drafts to finish. */
export function WaitsForYou({ rows }: { rows: readonly PatientRow[] }) {
  const t = useText();
  const { sample, today, timeZone } = useStatus();
  const doctor = useHasRole('doctor');
  const { orpc } = useApi();
  const calls = useQuery(orpc.calls.list.queryOptions());
  const toCall = calls.data?.filter(({ state }) => state !== 'called').length ?? 0;
  const reminder = useBackupReminder();
  const { clinical, topics } = useTopics();
  const toApprove =
    doctor && !sample
      ? topics.flatMap(({ ref, title, titles, languages, approvals, reviewBy }) =>
          languages.flatMap((language) => {
            const state = approvalState({ hash: ref.hash, reviewBy, language, approvals, today, timeZone });
            return state === 'approved' ? [] : [{ ref, title: topicTitle({ title, titles }), language, state }];
          }),
        )
      : [];
  const drafts = clinical ? rows.filter(({ lastVisit }) => lastVisit?.state === 'draft') : [];
  return (
    <aside aria-labelledby="waits">
      <h2 id="waits">{t('waits.title')}</h2>
      <ul className={css.waits}>
        {toCall > 0 ? (
          <li>
            <PhoneCall />
            <span>
              <Link to="/calls" className="hit">
                {t('calls.count', { count: toCall })}
              </Link>
              <small>{t('calls.title')}</small>
            </span>
          </li>
        ) : null}
        {toApprove.map(({ ref, title, language, state }) => (
          <li key={`${ref.hash} ${language}`}>
            <BookOpen />
            <span>
              <Link to="/approve/$hash" params={{ hash: ref.hash }} className="hit">
                {t(state === 'reviewDue' ? 'waits.review' : 'waits.approve', { language: t(`language.${language}`) })}
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
        {reminder ? (
          <li>
            <DatabaseBackup />
            <span>
              <Link to="/settings/backups" className="hit">
                {t(`backups.short.${reminder}`)}
              </Link>
              <small>{t('settings.page.backups')}</small>
            </span>
          </li>
        ) : null}
        {toApprove.length + drafts.length + toCall === 0 && !reminder ? <li className="muted">{t('waits.nothing')}</li> : null}
      </ul>
    </aside>
  );
}
