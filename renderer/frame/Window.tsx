import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useMatches } from '@tanstack/react-router';
import type { Status } from '#core/contract/shapes.ts';
import { useApi } from '../client/api.ts';
import { useEventStream } from '../client/events.ts';
import { useShortcuts } from '../commands/useShortcuts.ts';
import { KeySheet } from '../palette/KeySheet.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Failure } from '../ui/Failure.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { FaultScreen } from './FaultScreen.tsx';
import { GlobalCommands } from './GlobalCommands.tsx';
import css from './Screen.module.css';
import { StatusContext, useForgetWhenClosed } from './session.ts';

/** Where a person has to be in this state; undefined when the present place is right. */
function wayTo(state: Status['state'], here: string): '/' | '/setup' | '/sign-in' | undefined {
  if (state === 'first') return here === '/setup' ? undefined : '/setup';
  // The recovery key is shown on the set-up screen after the clinic has been opened, so that screen leaves by itself.
  if (state === 'locked') return here === '/sign-in' ? undefined : '/sign-in';
  return here === '/sign-in' ? '/' : undefined;
}

function Content({ status }: { status: Status }) {
  // The screen that is shown, not the address: that one changes first, and the old screen would come back for a moment.
  const here = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  useForgetWhenClosed(status.state);
  if (status.fault) return <FaultScreen fault={status.fault} />;
  const to = wayTo(status.state, here);
  if (to) return <Navigate to={to} replace />;
  return (
    <>
      {status.state === 'open' ? <GlobalCommands /> : null}
      <Outlet />
      <Palette />
      <KeySheet />
    </>
  );
}

/** What stands round every screen: who is signed in, events, keys, the palette and the voice for screen readers. */
export function Window() {
  const { orpc } = useApi();
  const status = useQuery(orpc.app.status.queryOptions());
  useEventStream();
  useShortcuts();
  return (
    <>
      {status.data ? (
        <StatusContext value={status.data}>
          <Content status={status.data} />
        </StatusContext>
      ) : (
        <main className={css.narrow}>
          {status.error ? <Failure error={status.error} onRetry={() => void status.refetch()} /> : <Waiting />}
        </main>
      )}
      <LiveRegion />
    </>
  );
}
