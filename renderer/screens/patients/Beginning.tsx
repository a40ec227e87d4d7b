import { Link } from '@tanstack/react-router';
import { BookOpen, Printer, UserPlus, UserRound } from 'lucide-react';
import type { PackSummary } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useHasRole, useStatus } from '../../frame/session.ts';
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
  const isOpen = ({ ref, languages, reviewBy, approvals }: PackSummary) =>
    languages.some((language) => approvalState({ hash: ref.hash, reviewBy, language, approvals, today, timeZone }) !== 'approved');
  const waiting = sample || !doctor ? undefined : topics.find(isOpen);
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
      {waiting ? (
        <p className={css.before}>
          {t('begin.before')}{' '}
          <Link to="/approve/$hash" params={{ hash: waiting.ref.hash }} className="hit">
            {t('begin.approve', { title: waiting.title, version: waiting.ref.version })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
