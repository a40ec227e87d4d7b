import { Navigate } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useContext } from 'react';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import frame from '../frame/frame.module.css';
import { SectionLink } from '../section/SectionLink.tsx';
import { useWalkCommands } from '../section/useWalkCommands.ts';
import { AskAgain } from './AskAgain.tsx';
import { Changes } from './Changes.tsx';
import { type FollowUp, FollowUpContext } from './FollowUpContext.ts';
import css from './followUp.module.css';
import { OpenQuestions } from './OpenQuestions.tsx';
import { StillRight } from './StillRight.tsx';

function Known({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const { pack } = useConsult();
  const { topicChanged, last, carry } = followUp;
  return (
    <>
      {topicChanged ? <p className={css.note}>{t('since.topicChanged', { before: last.pack.version, now: pack.version })}</p> : null}
      <div className={css.columns}>
        <div className={css.column}>
          <StillRight followUp={followUp} />
        </div>
        <div className={css.column}>
          {carry.again.length > 0 ? <AskAgain followUp={followUp} /> : null}
          {carry.openQuestions.length > 0 ? <OpenQuestions followUp={followUp} /> : null}
          <Changes followUp={followUp} />
        </div>
      </div>
    </>
  );
}

/** The first screen of a follow-up: what is still right, what is asked again, her open questions, and what changes. */
export function SincePage() {
  const t = useText();
  const { consultation, pack, packText } = useConsult();
  const known = useContext(FollowUpContext);
  const { followsOn, id: consultationId } = consultation;
  const heading = useScreenTitle(t('since.title', { date: followsOn ? dateText(followsOn.visitDate, { weekday: true }) : '' }));
  useWalkCommands(undefined);
  const [first] = pack.sections;
  if (consultation.state === 'final') return <Navigate to="/consult/$consultationId/final" params={{ consultationId }} replace />;
  if (!followsOn && first)
    return <Navigate to="/consult/$consultationId/$section" params={{ consultationId, section: first.id }} replace />;
  return (
    <>
      <main className={css.page}>
        <div className={css.head}>
          <h1 ref={heading} tabIndex={-1}>
            {t('since.title', { date: followsOn ? dateText(followsOn.visitDate, { weekday: true }) : '' })}
          </h1>
          <p>{t('since.lead')}</p>
        </div>
        {known.state === 'loading' ? <Waiting rows={6} /> : null}
        {known.state === 'failed' ? <Failure error={known.error} onRetry={known.again} /> : null}
        {known.state === 'ready' ? <Known followUp={known.followUp} /> : null}
      </main>
      <footer className={frame.foot}>
        <span />
        <div className={frame.footMid}>
          <div className={frame.keys}>
            <span>
              <CommandKey id="section.1" />–<Kbd keys="9" /> {t('walk.key.section')}
            </span>
            <span>
              <CommandKey id="keys" /> {t('walk.key.keys')}
            </span>
          </div>
        </div>
        {first ? (
          <SectionLink section={first.id} className={buttonClass({ kind: 'main' })}>
            <span>{t('walk.next', { number: 1, title: packText(`section.${first.id}`) })}</span>
            <ChevronRight />
          </SectionLink>
        ) : null}
      </footer>
    </>
  );
}
