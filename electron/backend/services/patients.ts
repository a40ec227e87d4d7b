import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';
import { notFound } from './faults.ts';

/** Rows of a list: more are found by searching. */
const LIST_LIMIT = 50;

/** Finding and adding patients. */
export function patientsHandlers(os: Base, services: Services) {
  const { now, events } = services;
  return {
    recent: os.patients.recent.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('patients.recent', { limit: LIST_LIMIT }, actorOf(signIn, now));
    }),
    search: os.patients.search.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('patients.search', { text: input.text, limit: LIST_LIMIT }, actorOf(signIn, now));
    }),
    similar: os.patients.similar.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('patients.similar', input, actorOf(signIn, now));
    }),
    add: os.patients.add.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const added = await signIn.store.run('patients.add', input, actorOf(signIn, now));
      events.publish({ kind: 'patients' });
      return added;
    }),
    read: os.patients.read.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = await signIn.store.run('patients.read', input, actorOf(signIn, now));
      if (found === null) throw notFound('patient');
      return found;
    }),
  };
}
