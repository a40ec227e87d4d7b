import type { AppEvent } from '#core/contract/shapes.ts';
import type { Base } from './base.ts';
import type { CallContext, Services } from './context.ts';
import type { Displays } from './displays.ts';
import type { Door } from './door.ts';
import { fault } from './faults.ts';
import type { Looks } from './look.ts';

/** All that a window on a second computer hears of; a new kind of event doesn't reach the network before it stands here. */
const TOLD_THERE: ReadonlySet<AppEvent['kind']> = new Set(['hello', 'status', 'queue', 'calls', 'patients', 'handouts', 'users']);

/** First start, signing in and out, and the event stream of a window. */
export function appHandlers(
  os: Base,
  { signIns, events }: Pick<Services, 'signIns' | 'events'>,
  door: Door,
  looks: Looks,
  displays: Displays,
) {
  /** A window where nobody is signed in hears only that the way in has changed. */
  async function* eventsFor({ windowId, device }: CallContext, signal: AbortSignal | undefined): AsyncGenerator<AppEvent> {
    const feed = events.subscribe(signal);
    const leave = displays.attend(windowId);
    try {
      yield { kind: 'hello' };
      for await (const event of feed) {
        if (device && !TOLD_THERE.has(event.kind)) continue;
        if (event.kind === 'status' || signIns.of(windowId)) yield event;
      }
    } finally {
      leave();
    }
  }

  return {
    status: os.app.status.handler(({ context }) => door.status(context.windowId, context.device)),
    setUp: os.app.setUp.handler(({ context, input }) => door.setUp(context.windowId, input)),
    openSample: os.app.openSample.handler(({ context }) => door.openSample(context.windowId)),
    signIn: os.app.signIn.handler(async ({ context, input }) => {
      const { windowId, device } = context;
      const user = await door.signIn(windowId, input, device?.id);
      // Put out while the password was looked at: nobody would end this sign-in.
      if (device && !device.isIn()) {
        await door.signOut(windowId);
        throw fault('NOT_ALLOWED', 'This computer’s way in was taken away.');
      }
      return user;
    }),
    recover: os.app.recover.handler(({ context, input }) => door.recover(context.windowId, input)),
    signOut: os.app.signOut.handler(async ({ context }) => {
      await door.signOut(context.windowId);
      return null;
    }),
    cover: os.app.cover.handler(({ context }) => door.cover(context.windowId, context.device)),
    uncover: os.app.uncover.handler(({ context, input }) => door.uncover(context.windowId, input.pin)),
    setLook: os.app.setLook.handler(({ context, input }) =>
      looks.change(signIns.of(context.windowId), input, context.device !== undefined),
    ),
    events: os.app.events.handler(({ context, signal }) => eventsFor(context, signal)),
  };
}
