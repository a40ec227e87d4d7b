import type { Call } from '#core/contract/calls.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';

/** How long a call that was made stays in sight. */
const CALLED_SHOWN_MS = 14 * 24 * 60 * 60_000;

/** Reception's call list: who, not what about. */
export function callsHandlers(os: Base, services: Services) {
  const { now, events } = services;
  const told = async (changed: Promise<Call>): Promise<Call> => {
    const call = await changed;
    events.publish({ kind: 'calls' });
    return call;
  };
  return {
    list: os.calls.list.handler(({ context }) => {
      const signIn = signedIn(services, context);
      const calledSince = new Date(now().getTime() - CALLED_SHOWN_MS).toISOString();
      return signIn.store.run('calls.list', { calledSince }, actorOf(signIn, now));
    }),
    record: os.calls.record.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return told(signIn.store.run('calls.record', input, actorOf(signIn, now)));
    }),
    add: os.calls.add.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return told(signIn.store.run('calls.add', input, actorOf(signIn, now)));
    }),
    spoke: os.calls.spoke.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return told(signIn.store.run('calls.spoke', input, actorOf(signIn, now)));
    }),
  };
}
