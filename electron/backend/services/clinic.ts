import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';

/** Settings of the clinic. */
export function clinicHandlers(os: Base, services: Services) {
  const { now, events } = services;
  return {
    read: os.clinic.read.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('clinic.read', null, actorOf(signIn, now));
    }),
    save: os.clinic.save.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const saved = await signIn.store.run('clinic.save', input, actorOf(signIn, now));
      if (isConflict(saved)) throw changedElsewhere(saved);
      events.publish({ kind: 'status' });
      return saved;
    }),
  };
}
