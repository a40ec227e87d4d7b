import { Link } from '@tanstack/react-router';
import { BookOpen, Printer, UserPlus, UserRound } from 'lucide-react';
import type { PackSummary } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useTopics } from '../visits/useStartVisit.ts';
import css from './Patients.module.css';

/** No patients yet: what a visit is, and how to begin. */
export function Beginning({ onAdd }: { onAdd: () => void }) {
  const t = useText();
  const { sample, today, timeZone } = useStatus();
  const doctor = useHasRole('doctor');
  const { topics } = useTopics();
  const isApproved = ({ ref, languages, reviewBy, approvals }: PackSummary) =>
    languages.some((language) => approvalState({ hash: ref.hash, reviewBy, language, approvals, today, timeZone }) === 'approved');
  // One topic in one language is enough for a first paper; the check before "final" names what another paper needs.
  const waiting = sample || !doctor || topics.some(isApproved) ? [] : topics;
  const steps = [
    { id: 'one', icon: <UserRound />, title: t('begin.one'), text: t('begin.oneText') },
    { id: 'two', icon: <BookOpen />, title: t('begin.two'), text: t('begin.twoText') },
    { id: 'three', icon: <Printer />, title: t('begin.three'), text: t('begin.threeText') },
  ];
  return (
    <div className={css.beginning}>
      <ol className={css.steps}>
        {steps.map(({ id, icon, title, text }) => (
          <li key={id}>
            <span className={css.icon}>{icon}</span>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <Button kind="main" onPress={onAdd}>
        <UserPlus />
        {t('patients.add')}
        <CommandKey id="patients.add" />
      </Button>
      {waiting.length > 0 ? (
        <div className={css.before}>
          {t('begin.before')}
          <ul>
            {waiting.map((topic) => (
              <li key={topic.ref.hash}>
                <Link to="/approve/$hash" params={{ hash: topic.ref.hash }} className="hit">
                  {t('begin.approve', { title: topicTitle(topic), version: topic.ref.version })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
