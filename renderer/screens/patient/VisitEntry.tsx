import { Link, useNavigate } from '@tanstack/react-router';
import { Stethoscope } from 'lucide-react';
import type { TimelineEntry } from '#core/contract/timeline.ts';
import { AmendButton } from '../../amend/AmendButton.tsx';
import { TransferButton } from '../../amend/TransferButton.tsx';
import { ClinicCopyButton } from '../../consult/paper/ClinicCopyButton.tsx';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { dateText, inZone, momentText } from '../../text/dates.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useContinueVisit, useTopics } from '../visits/useStartVisit.ts';
import css from './Timeline.module.css';

export interface VisitEntryProps {
  visit: Extract<TimelineEntry, { kind: 'visit' }>;
  patientId: string;
  /** The newest visit: its paper is the one that commands are about. */
  newest: boolean;
}

/** What can be done with the paper of a final visit. */
function PaperActions({ visit, newest }: Omit<VisitEntryProps, 'patientId'>) {
  const navigate = useNavigate();
  const { consultationId, newest: paper } = visit;
  if (!paper) return null;
  return (
    <div className={css.actions}>
      <ClinicCopyButton versionId={paper.versionId} />
      <TransferButton
        consultationId={consultationId}
        version={paper.version}
        onMade={() => void navigate({ to: '/consult/$consultationId/final', params: { consultationId } })}
        command={newest}
      />
      <AmendButton consultationId={consultationId} command={newest} />
    </div>
  );
}

/** One visit: its topic, how far it is, what was decided, and the way to its answers or its paper. */
export function VisitEntry({ visit, newest }: VisitEntryProps) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const clinical = useHasRole('doctor', 'counsellor');
  const { packs } = useTopics();
  const resume = useContinueVisit();
  const { consultationId, topic, decision, state, followsOn } = visit;
  const summary = packs.data?.find(({ ref }) => ref.id === topic?.id);
  const draft = state === 'draft';
  const moment = momentText(visit.savedAt, timeZone, today);
  const facts = [
    topic ? `${summary ? topicTitle(summary) : topic.id} ${topic.version}` : '',
    followsOn ? t('timeline.followsOn', { date: dateText(followsOn) }) : '',
    visit.code,
    inZone(visit.at, timeZone).time,
    visit.by,
  ].filter(Boolean);
  return (
    <li className={css.visit}>
      <Stethoscope />
      <div>
        <h4>
          {clinical
            ? decision
              ? t('timeline.decided', { decision: t(`decision.${decision}`) })
              : t('timeline.undecided')
            : t('timeline.visitAt')}
        </h4>
        <p className={css.more}>{facts.join(' · ')}</p>
      </div>
      <div className={css.state}>
        <Tag kind={draft ? 'here' : 'done'}>{t(draft ? 'visit.draft' : 'visit.final')}</Tag>
        <small>{t(draft ? 'visit.savedAt' : 'visit.finalAt', { moment })}</small>
      </div>
      {clinical ? (
        draft ? (
          <Button
            onPress={() => resume.mutate(consultationId)}
            pending={resume.isPending}
            label={t('visit.continueOf', { date: dateText(visit.visitDate) })}
          >
            {t('visit.continue')}
          </Button>
        ) : (
          <Link to="/consult/$consultationId/final" params={{ consultationId }} className={buttonClass()}>
            {t('visit.papers')}
          </Link>
        )
      ) : null}
      <PaperActions visit={visit} newest={newest} />
    </li>
  );
}
