import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';

/** Reception's desk beside its queue. */
export function deskHandlers(os: Base, services: Services) {
  const { now } = services;
  return {
    card: os.desk.card.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('desk.card', input, actorOf(signIn, now));
    }),
  };
}
