import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { CannotListen } from '../secondComputer/cannotListen.ts';
import type { SecondComputer } from '../secondComputer/secondComputer.ts';
import type { Actor } from '../store/store.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import type { Door } from './door.ts';
import { fault } from './faults.ts';

/** A second computer for reception, for an administrator of the clinic itself. */
export function secondComputerHandlers(os: Base, services: Services, { door, second }: { door: Door; second: SecondComputer }) {
  const { now } = services;

  const acting = (context: CallContext): Actor => {
    const signIn = signedIn(services, context);
    if (signIn.sample)
      throw fault('NOT_READY', 'The sample clinic has no second computer. Set up your own clinic; then one can be added.', {});
    return actorOf(signIn, now);
  };
  /** Does `work` and tells how it is then. */
  const after = async (context: CallContext, work: (actor: Actor) => unknown): Promise<SecondComputerState> => {
    const actor = acting(context);
    await work(actor);
    return second.state(actor);
  };

  return {
    read: os.secondComputer.read.handler(({ context }) => second.state(acting(context))),
    turnOn: os.secondComputer.turnOn.handler(({ context, input }) =>
      after(context, async (actor) => {
        const { ownPassword, ...where } = input;
        await door.withOwnPassword(context.windowId, ({ store, user }, at) => store.checkPassword({ by: user.id, ownPassword, at }));
        await second.turnOn(where, actor).catch((error: unknown) => {
          if (!(error instanceof CannotListen)) throw error;
          throw fault('BAD_INPUT', error.message, { issues: [{ path: error.field, message: error.message }] });
        });
      }),
    ),
    turnOff: os.secondComputer.turnOff.handler(({ context }) => after(context, (actor) => second.turnOff(actor))),
    pair: os.secondComputer.pair.handler(({ context }) =>
      after(context, async (actor) => {
        if (!(await second.pair(actor)))
          throw fault('NOT_READY', 'No computer could reach this one now. See above what is in the way, then ask for a code again.', {});
      }),
    ),
    cancelPairing: os.secondComputer.cancelPairing.handler(({ context }) => after(context, () => second.cancelPairing())),
    rename: os.secondComputer.rename.handler(({ context, input }) => after(context, (actor) => second.rename(input, actor))),
    revoke: os.secondComputer.revoke.handler(({ context, input }) => after(context, (actor) => second.revoke(input.id, actor))),
  };
}
