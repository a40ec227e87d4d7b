import { patientScreen } from '#core/domain/patientScreen.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import type { Displays } from './displays.ts';
import { fault } from './faults.ts';

/** The doctor's window whose patient's screen asks; `createBase` lets no other window here. */
function ownerOf({ display }: CallContext): string {
  if (display === undefined) throw fault('NOT_ALLOWED', 'Only the patient’s own window may ask this.');
  return display;
}

/** The patient's screen: ordered by the doctor's window, asked by the patient's. Nothing of it is stored or logged. */
export function displayHandlers(os: Base, services: Services, displays: Displays) {
  const { packs, now } = services;
  return {
    state: os.display.state.handler(({ context }) => displays.state(context.windowId)),
    open: os.display.open.handler(({ context }) => {
      const launched = context.launchDisplay?.();
      if (launched) displays.register(context.windowId, launched.windowId);
      return { launch: launched?.launch ?? null };
    }),
    show: os.display.show.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { mode, language, part: asked } = input;
      const part = mode === 'blank' || mode === 'test' ? null : asked;
      const pack = part && (await packs.byHash(part.pack, signIn.store, actorOf(signIn, now)));
      const screen = pack && part ? patientScreen(pack, { ...part, language }) : null;
      if (part && !screen) throw fault('NOT_FOUND', 'This part of the topic can’t be shown in this language. Choose another section.');
      displays.show(context.windowId, { order: { mode, language, part }, screen, signIn });
      return displays.state(context.windowId);
    }),
    close: os.display.close.handler(({ context }) => {
      displays.close(context.windowId);
      return null;
    }),
    now: os.display.now.handler(({ context }) => displays.now(ownerOf(context), context.windowId)),
    changes: os.display.changes.handler(({ context, signal }) => displays.changes(ownerOf(context), context.windowId, signal)),
  };
}
