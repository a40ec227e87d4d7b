import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Status } from '#core/contract/shapes.ts';
import { useApi } from '../client/api.ts';
import { useEventStream } from '../client/events.ts';
import { useNativeMenu } from '../commands/nativeMenu.ts';
import { useShortcuts } from '../commands/useShortcuts.ts';
import { storeAnswersOf } from '../consult/answers/heldAnswers.ts';
import { wantField } from '../consult/place/focus.ts';
import { KeySheet } from '../palette/KeySheet.tsx';
import { Palette } from '../palette/Palette.tsx';
import { useBlankWhenLeft } from '../patientScreen/useBlankWhenLeft.ts';
import { FirstPassword } from '../screens/account/FirstPassword.tsx';
import { useHoldDrops } from '../screens/files/useOpenFiles.ts';
import { RecoveryKey } from '../screens/setup/RecoveryKey.tsx';
import { ShellNews } from '../shell/ShellNews.tsx';
import { useShellWords } from '../shell/useShellWords.ts';
import { Busy } from '../ui/Busy.tsx';
import { Failure } from '../ui/Failure.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { CoverContext, useCover } from './cover/CoverContext.ts';
import { CoverScreen } from './cover/CoverScreen.tsx';
import { IdleLine } from './cover/IdleLine.tsx';
import { useCovering } from './cover/useCovering.ts';
import { useCoverKey } from './cover/useCoverKey.ts';
import { useIdle } from './cover/useIdle.ts';
import { useWhoIsHere } from './cover/useWhoIsHere.ts';
import { FaultScreen } from './FaultScreen.tsx';
import { GlobalCommands } from './GlobalCommands.tsx';
import { type KeyToKeep, KeyToKeepContext } from './keyToKeep.ts';
import css from './Screen.module.css';
import { StatusContext, useForgetWhenClosed } from './session.ts';
import { useShowLook } from './useLook.ts';
import { useKeepOpenWhileWaiting } from './WaitingAnswers.tsx';

const MS_PER_MINUTE = 60_000;

/** The way back to the records stands open in every state. */
const RESTORE = '/restore';

/** The screens of a second computer: reception's. */
const ON_SECOND = /^\/(desk|desk\/history|calls|account|about|patients\/.+)?$/;

/** Where a person has to be in this state; undefined when the present place is right. */
function wayTo({ state, device }: Status, here: string): '/' | '/setup' | '/sign-in' | '/desk' | undefined {
  if (device && state !== 'open') return here === '/sign-in' ? undefined : '/sign-in';
  if (device) return ON_SECOND.test(here) ? undefined : '/desk';
  if (here === RESTORE) return undefined;
  if (state === 'first') return here === '/setup' ? undefined : '/setup';
  if (state === 'locked') return here === '/sign-in' ? undefined : '/sign-in';
  return here === '/sign-in' || here === '/setup' ? '/' : undefined;
}

/** The idle time of whoever is signed in here; it ends by covering the window. */
function Idle({ minutes }: { minutes: number | null }) {
  const { cover } = useCover();
  useCoverKey();
  const seconds = useIdle(minutes === null ? null : minutes * MS_PER_MINUTE, cover);
  return seconds === null ? null : <IdleLine seconds={seconds} />;
}

/** What whoever is signed in here sees: first what has to be done before anything else. */
function Opened({ status, keyToKeep, onKept }: { status: Status; keyToKeep: KeyToKeep | null; onKept: () => void }) {
  if (keyToKeep?.userId === status.user?.id && keyToKeep) return <RecoveryKey made={keyToKeep} onKept={onKept} />;
  if (status.mustChangePassword) return <FirstPassword />;
  return (
    <>
      <GlobalCommands />
      <ShellNews />
      <Outlet />
      <Palette />
      <KeySheet />
    </>
  );
}

function Content({ status }: { status: Status }) {
  // The screen that is shown, not the address: that one changes first, and the old screen would come back for a moment.
  const here = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  const index = useLocation({ select: ({ state }) => state.__TSR_index });
  const { phase, left } = useCover();
  const { person, mayNotStay } = useWhoIsHere(status, here, index);
  const [keyToKeep, keep] = useState<KeyToKeep | null>(null);
  const restoring = here === RESTORE && !status.device;
  const covered =
    (phase.kind !== 'off' || (status.state === 'locked' && person !== null && !left)) && !(restoring && status.state !== 'open');
  const userId = status.state === 'open' && !covered ? status.user?.id : undefined;
  useForgetWhenClosed(userId === undefined);
  useEffect(() => {
    if (userId) void storeAnswersOf({ id: userId });
  }, [userId]);
  useEffect(() => {
    if (mayNotStay) wantField(null);
  }, [mayNotStay]);
  if (status.fault && !restoring) return <FaultScreen fault={status.fault} />;
  if (covered) return <CoverScreen owner={person} />;
  const to = mayNotStay && here !== '/' ? '/' : wayTo(status, here);
  if (to) return <Navigate to={to} replace />;
  return (
    <KeyToKeepContext value={keep}>
      {status.state === 'open' ? <Idle minutes={status.idleMinutes} /> : null}
      {/* Restoring signs this window out: the screen has to stay the same one through that. */}
      {status.state === 'open' && !restoring ? <Opened status={status} keyToKeep={keyToKeep} onKept={() => keep(null)} /> : <Outlet />}
    </KeyToKeepContext>
  );
}

/** What stands round every screen: who is signed in, events, keys, the palette and the voice for screen readers. */
export function Window() {
  const { orpc } = useApi();
  const status = useQuery(orpc.app.status.queryOptions());
  const cover = useCovering(status.data);
  useBlankWhenLeft();
  useEventStream();
  useShortcuts();
  useNativeMenu();
  useShowLook(status.data?.look);
  useShellWords();
  useHoldDrops();
  useKeepOpenWhileWaiting();
  return (
    <>
      {status.data ? (
        <StatusContext value={status.data}>
          <CoverContext value={cover}>
            <Content status={status.data} />
          </CoverContext>
        </StatusContext>
      ) : (
        <main className={css.narrow}>
          {status.error ? <Failure error={status.error} onRetry={() => void status.refetch()} /> : <Waiting />}
        </main>
      )}
      <Busy />
      <LiveRegion />
    </>
  );
}
