import * as z from 'zod';
import { handedToSchema, printStateSchema } from '../domain/printing.ts';
import { civilDateSchema, clockTimeSchema, instantSchema, paperLanguageSchema } from '../domain/text.ts';
import { callSchema, namedForSchema } from './calls.ts';
import { patientSchema } from './patientShapes.ts';
import { desk } from './procedures.ts';
import { uuid } from './shapes.ts';

/** A paper of hers that holds now, and what has become of it. Which topic it is of is not part of it. */
export const cardPaperSchema = z.strictObject({
  versionId: uuid,
  visitDate: civilDateSchema,
  version: z.int(),
  language: paperLanguageSchema,
  /** When it was made, and holds since. */
  since: instantSchema,
  /** The version that it replaces, where it was amended. */
  replaces: z.int().nullable(),
  /** The version that says the same in another language, and that it was made from. */
  sameAs: z.int().nullable(),
  /** When it last came out of a printer; null: never. */
  printedAt: instantSchema.nullable(),
  handedOver: z.strictObject({ at: instantSchema, by: z.string(), to: handedToSchema }).nullable(),
  /** Where it stands in the queue; null: it isn't in it. */
  queued: z.strictObject({ jobId: uuid, state: printStateSchema }).nullable(),
});
export type CardPaper = z.infer<typeof cardPaperSchema>;

/** What reception needs while she is on the phone: who she is, when she is expected, which paper holds. Nothing clinical. */
export const callerCardSchema = z.strictObject({
  patient: patientSchema.omit({ rev: true, addedAt: true, named: true }),
  mayCollect: z.array(namedForSchema),
  mayBeCalled: z.array(namedForSchema),
  /** The next day on which she is expected, today included; what for isn't told. */
  next: z.strictObject({ date: civilDateSchema, time: clockTimeSchema.nullable() }).nullable(),
  /** The last such day that has passed. */
  passed: civilDateSchema.nullable(),
  /** The newest visit's first; one for each topic, and for each language of it. */
  papers: z.array(cardPaperSchema),
  /** Calls to her that are to be made. */
  calls: z.array(callSchema),
});
export type CallerCard = z.infer<typeof callerCardSchema>;

/** Reception's desk beside its queue. */
export const deskContract = {
  /** The card of somebody who calls; it counts as a view of her. NOT_FOUND when she isn't in the records. */
  card: desk.input(z.strictObject({ patientId: uuid })).output(callerCardSchema),
};
