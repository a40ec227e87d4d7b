import * as z from 'zod';
import { callWhySchema } from '../domain/calls.ts';
import { civilDateSchema, instantSchema } from '../domain/text.ts';
import { patientSchema, relationSchema } from './patientShapes.ts';
import { desk } from './procedures.ts';
import { uuid } from './shapes.ts';

export const callOutcomeSchema = z.enum(['called', 'notReached']);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

/** Somebody of hers whom she has named for something. */
export const namedForSchema = z.strictObject({ name: z.string(), relation: relationSchema });

/** Somebody whom reception calls, and why: nothing clinical. */
export const callSchema = z.strictObject({
  /** Of the entry; of the visit, for results that nobody has called about yet. */
  id: uuid,
  patient: patientSchema.pick({ id: true, name: true, recordNumber: true, age: true, phone: true, phoneOf: true, phoneName: true }),
  /** Who may be told in her place. */
  mayBeCalled: z.array(namedForSchema),
  why: callWhySchema,
  /** Since when: the day on which she was put on the list, for results that of the test. */
  day: civilDateSchema,
  /** The newest try, or that there was none yet. */
  state: z.enum(['waiting', 'called', 'notReached']),
  /** When she was put on the list; null for results that nobody has called about yet. */
  addedAt: instantSchema.nullable(),
  /** Every try, the oldest first. */
  tries: z.array(z.strictObject({ outcome: callOutcomeSchema, by: z.string(), at: instantSchema })),
});
export type Call = z.infer<typeof callSchema>;

const ofPatient = z.strictObject({ patientId: uuid });

/** Reception's calls. Every change is told by the event `calls`. */
export const callsContract = {
  /** Who is to be called, in the order of the day (`core/domain/calls.ts`), then who was called in the last two weeks. */
  list: desk.output(z.array(callSchema)),
  /** Adds a try. `notReached` after `called` puts an entry back on the list that was done by mistake. */
  record: desk.input(z.strictObject({ id: uuid, outcome: callOutcomeSchema })).output(callSchema),
  /** She asked to be called back. Who waits for that already stays on the list once. */
  add: desk.input(ofPatient).output(callSchema),
  /** She called, and somebody spoke with her. */
  spoke: desk.input(ofPatient).output(callSchema),
};
