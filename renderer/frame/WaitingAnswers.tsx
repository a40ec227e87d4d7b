import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { onWaiting, waitingAnswers } from '../consult/answers/heldAnswers.ts';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { useLate } from '../ui/useLate.ts';
import { useUser } from './session.ts';

/** An address of no section: a visit opens where it was left. */
const WHERE_LEFT = 'last';

function useWaiting() {
  const userId = useUser()?.id;
  const waiting = useSyncExternalStore(onWaiting, waitingAnswers);
  return {
    own: waiting.filter(({ owner }) => owner.id === userId),
    others: [...new Map(waiting.filter(({ owner }) => owner.id !== userId).map(({ owner }) => [owner.id, owner.name])).values()],
  };
}

/** Says that answers which somebody else typed wait in this window. They name the person who typed, never the patient. */
export function WaitingOfOthers() {
  const t = useText();
  const { others } = useWaiting();
  return others.map((name) => (
    <Banner key={name} kind="warn" wide>
      <p>
        <b>{t('waiting.other', { name })}</b> {t('waiting.otherText', { name })}
      </p>
    </Banner>
  ));
}

/** The same, and a way back to what the person signed in here typed herself. */
export function WaitingAnswers() {
  const t = useText();
  const { own } = useWaiting();
  // A save that takes its usual time is none to speak of.
  const late = useLate(own.length > 0);
  return (
    <>
      <WaitingOfOthers />
      {late
        ? own.map(({ consultationId }) => (
            <Banner
              key={consultationId}
              kind="warn"
              wide
              actions={
                <Link to="/consult/$consultationId/$section" params={{ consultationId, section: WHERE_LEFT }} className={buttonClass()}>
                  {t('waiting.open')}
                </Link>
              }
            >
              <p>{t('waiting.own')}</p>
            </Banner>
          ))
        : null}
    </>
  );
}

/** Asks before the window is closed while answers wait in it. Used once, in the root. */
export function useKeepOpenWhileWaiting(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (waitingAnswers().length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
