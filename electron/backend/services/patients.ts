import type { PatientRow } from '#core/contract/patientShapes.ts';
import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { notFound } from './faults.ts';
import type { SignIn } from './signIns.ts';

/** Rows of a list: more are found by searching. */
const LIST_LIMIT = 50;
/** Entries of a timeline that are given at once. */
const TIMELINE_LIMIT = 60;

const isClinical = ({ user }: SignIn) => user.roles.some((role) => role === 'doctor' || role === 'counsellor');

/** A row as this person may see it: where the doctor stands in a visit is clinical. */
function rowFor<Row extends PatientRow>(signIn: SignIn, row: Row): Row {
  return isClinical(signIn) || row.lastVisit === null ? row : { ...row, lastVisit: { ...row.lastVisit, section: null } };
}

/** Finding, adding and changing patients. */
export function patientsHandlers(os: Base, services: Services) {
  const { now, events } = services;
  return {
    recent: os.patients.recent.handler(async ({ context }) => {
      const signIn = signedIn(services, context);
      const { rows, total } = await signIn.store.run('patients.recent', { limit: LIST_LIMIT }, actorOf(signIn, now));
      return { rows: rows.map((row) => rowFor(signIn, row)), total };
    }),
    search: os.patients.search.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = await signIn.store.run('patients.search', { text: input.text, limit: LIST_LIMIT }, actorOf(signIn, now));
      return found.map((row) => rowFor(signIn, row));
    }),
    similar: os.patients.similar.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const similar = await signIn.store.run('patients.similar', input, actorOf(signIn, now));
      return similar.map((row) => rowFor(signIn, row));
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
      const clinical = isClinical(signIn);
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
      return rowFor(signIn, found);
    }),
  };
}
