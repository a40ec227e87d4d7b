import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { notFound } from './faults.ts';

/** Rows of a list: more are found by searching. */
const LIST_LIMIT = 50;
/** Entries of a timeline that are given at once. */
const TIMELINE_LIMIT = 60;

/** Finding, adding and changing patients. */
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
    save: os.patients.save.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const saved = await signIn.store.run('patients.save', input, actorOf(signIn, now));
      if (isConflict(saved)) throw changedElsewhere(saved);
      events.publish({ kind: 'patients' });
      return saved;
    }),
    timeline: os.patients.timeline.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      const clinical = signIn.user.roles.some((role) => role === 'doctor' || role === 'counsellor');
      return signIn.store.run('patients.timeline', { ...input, clinical, limit: TIMELINE_LIMIT }, actorOf(signIn, now));
    }),
    twins: os.patients.twins.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('patients.twins', input, actorOf(signIn, now));
    }),
    read: os.patients.read.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = await signIn.store.run('patients.read', input, actorOf(signIn, now));
      if (found === null) throw notFound('patient');
      return found;
    }),
  };
}
