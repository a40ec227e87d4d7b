import * as z from 'zod';
import { decisionSchema } from '../domain/answers.ts';
import { callWhySchema } from '../domain/calls.ts';
import { civilDateSchema, instantSchema, paperLanguageSchema } from '../domain/text.ts';
import { callOutcomeSchema } from './calls.ts';
import { consentHowSchema, consentStateSchema } from './rights.ts';
import { uuid } from './shapes.ts';

export const timelineKindSchema = z.enum(['visit', 'paper', 'print', 'call', 'consent']);
/** What an entry of a patient's timeline is about. */
export type TimelineKind = z.infer<typeof timelineKindSchema>;

/** What was done with a paper that leaves the program, as the log has it. */
export const printHowSchema = z.enum(['print', 'save', 'clinicCopy', 'ask', 'elsewhere', 'cameOut', 'handOver', 'filed', 'send']);
export type PrintHow = z.infer<typeof printHowSchema>;

/** `by`: who did it; empty where the records don't name anybody. */
const entry = { id: z.string(), at: instantSchema, by: z.string() };

/** What is clinical (`topic`, `decision`, `reason`) is null for whoever neither treats nor counsels. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...entry,
    kind: z.literal('visit'),
    consultationId: uuid,
    code: z.string(),
    visitDate: civilDateSchema,
    state: z.enum(['draft', 'final']),
    savedAt: instantSchema,
    topic: z.strictObject({ id: z.string(), version: z.string() }).nullable(),
    decision: decisionSchema.nullable(),
    /** Day of the visit that it goes on from. */
    followsOn: civilDateSchema.nullable(),
    /** The version of its paper that counts. */
    newest: z.strictObject({ versionId: uuid, version: z.int() }).nullable(),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal('paper'),
    versionId: uuid,
    visitDate: civilDateSchema,
    version: z.int(),
    language: paperLanguageSchema,
    pages: z.int(),
    /** The version that it replaces, and why. */
    replaces: z.strictObject({ version: z.int(), reason: z.string().nullable() }).nullable(),
    replacedBy: z.int().nullable(),
    /** The version that says the same in another language. */
    sameAs: z.int().nullable(),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal('print'),
    how: printHowSchema,
    versionId: uuid,
    version: z.int(),
    visitDate: civilDateSchema,
  }),
  /** `outcome` null: she was put on the list. */
  z.strictObject({ ...entry, kind: z.literal('call'), why: callWhySchema, outcome: callOutcomeSchema.nullable() }),
  z.strictObject({ ...entry, kind: z.literal('consent'), state: consentStateSchema, how: consentHowSchema }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelineSchema = z.strictObject({
  /** The newest first. */
  entries: z.array(timelineEntrySchema),
  /** Where older ones begin; null: there are none. */
  older: z.string().nullable(),
});
export type Timeline = z.infer<typeof timelineSchema>;

export const timelineQuerySchema = z.strictObject({
  id: uuid,
  /** Only these; all when it is left out. */
  kinds: z.array(timelineKindSchema).min(1).optional(),
  /** `older` of the part before. */
  before: z.string().max(80).optional(),
});
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;
