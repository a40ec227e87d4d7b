import * as z from 'zod';
import { readPhone } from '../domain/phone.ts';
import { instantSchema, requiredText } from '../domain/text.ts';
import { patientOnPaperSchema } from '../domain/visit.ts';

/** A phone number however it is typed; it leaves in the form in which it is kept (`core/domain/phone.ts`). */
export const phoneSchema = z.string().transform((text, context) => {
  const reading = readPhone(text);
  if (reading.ok) return reading.phone;
  context.addIssue({ code: 'custom', message: reading.message });
  return z.NEVER;
});

export const relationSchema = z.enum(['husband', 'partner', 'father', 'mother', 'brother', 'sister', 'son', 'daughter', 'other']);
export type Relation = z.infer<typeof relationSchema>;

export const phoneOfSchema = z.enum(['hers', 'husband', 'family', 'neighbour', 'other']);
export type PhoneOf = z.infer<typeof phoneOfSchema>;

/** Somebody whom she names: who may collect for her, or be called in her place. */
export const namedPersonSchema = z
  .strictObject({
    name: requiredText(60),
    relation: relationSchema,
    mayCollect: z.boolean(),
    mayBeCalled: z.boolean(),
  })
  .refine(({ mayCollect, mayBeCalled }) => mayCollect || mayBeCalled, { message: 'Say what this person may do.', path: ['mayCollect'] });
export type NamedPerson = z.infer<typeof namedPersonSchema>;
export const MOST_NAMED = 3;

export const newPatientSchema = patientOnPaperSchema.extend({
  phone: phoneSchema.optional(),
  /** Whose phone it is; absent: not asked. */
  phoneOf: phoneOfSchema.optional(),
  /** Who answers it, where it isn't hers. */
  phoneName: requiredText(60).optional(),
  relative: requiredText(60).optional().describe('Name of her husband, partner or father; never printed unless chosen'),
  /** Whose name that is; absent: not asked. */
  relativeIs: relationSchema.optional(),
  village: requiredText(60).optional().describe('Village or part of the town, to tell two of one name apart; never printed'),
  /** Nobody but she may collect or be called unless she names them here. */
  named: z.array(namedPersonSchema).max(MOST_NAMED).optional(),
});
export type NewPatient = z.infer<typeof newPatientSchema>;

export const patientSchema = newPatientSchema.extend({
  // As it is kept: a number of before this check came is shown as it was written.
  phone: z.string().max(20).optional(),
  id: z.uuid(),
  rev: z.int(),
  addedAt: instantSchema,
});
export type Patient = z.infer<typeof patientSchema>;

/** What a list of patients shows beside the person. */
export const lastVisitSchema = z.strictObject({
  consultationId: z.uuid(),
  state: z.enum(['draft', 'final']),
  section: z.string().nullable(),
  savedAt: instantSchema,
  version: z.int().nullable(),
});
export const patientRowSchema = patientSchema.extend({ lastVisit: lastVisitSchema.nullable() });
export type PatientRow = z.infer<typeof patientRowSchema>;

/** Why the search gives a patient: by her name as typed, or by something that the row has to name. */
export const foundBySchema = z.enum(['name', 'sound', 'spelling', 'relative', 'record', 'phone']);
export type FoundBy = z.infer<typeof foundBySchema>;
export const foundPatientSchema = patientRowSchema.extend({ foundBy: foundBySchema });
export type FoundPatient = z.infer<typeof foundPatientSchema>;

/** What somebody already on record shares with the one who is being added. */
export const sharedSchema = z.enum(['record', 'phone', 'name', 'similarName', 'relative']);
export type Shared = z.infer<typeof sharedSchema>;
export const similarPatientSchema = patientRowSchema.extend({ shares: z.array(sharedSchema).min(1) });
export type SimilarPatient = z.infer<typeof similarPatientSchema>;

/** Others on record who have the same name: the first few, and whether there are more. */
export const twinsSchema = z.strictObject({
  rows: z.array(
    patientSchema.pick({ id: true, name: true, recordNumber: true, age: true, relative: true, relativeIs: true, village: true }),
  ),
  more: z.boolean(),
});
export type Twins = z.infer<typeof twinsSchema>;
