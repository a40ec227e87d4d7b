import * as z from 'zod';
import { answersSchema } from './answers.ts';
import { lastVisitSchema } from './lastVisit.ts';
import { type Pack, packRefSchema } from './pack.ts';
import { printedFactSchema } from './printedFacts.ts';
import { civilDateSchema, instantSchema, printableText, requiredText } from './text.ts';

const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{2,18}[0-9]$/, 'Write a phone number with digits, spaces and an optional + in front.');

/** The clinic as it stands on paper. Contact comes from here only, never from a pack. */
export const clinicSchema = z.strictObject({
  name: requiredText(45).describe('Name of the clinic'),
  address: requiredText(80).describe('Address, one line'),
  dayPhone: phone.describe('Number answered in the day'),
  dayHours: printableText(30).optional().describe('When the day number is answered'),
  nightPhone: phone.describe('Who answers at 2 am?'),
  emergencyNumbers: z
    .array(z.string().regex(/^\d{2,5}$/))
    .min(1)
    .max(3)
    .describe('Emergency numbers, such as 112 and 108'),
});
export type Clinic = z.infer<typeof clinicSchema>;

export const doctorSchema = z.strictObject({
  name: requiredText(35).describe('Name as printed'),
  registration: requiredText(25).describe('Registration number'),
});
export type Doctor = z.infer<typeof doctorSchema>;

/** Age as it was told on a date, or the date of birth: a birthday is never invented. */
export const ageSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('told').describe('She told her age'),
      years: z.int().min(10).max(99).describe('Age in years'),
      toldOn: civilDateSchema.describe('Date on which it was told'),
    }),
    z.strictObject({ kind: z.literal('born').describe('Her date of birth is known'), bornOn: civilDateSchema.describe('Date of birth') }),
  ])
  .describe('Age told on a date, or date of birth');
export type Age = z.infer<typeof ageSchema>;

export const patientOnPaperSchema = z.strictObject({
  name: requiredText(60).describe('Name as she uses it; single names too'),
  recordNumber: requiredText(20).describe('Record number'),
  age: ageSchema,
});
export type PatientOnPaper = z.infer<typeof patientOnPaperSchema>;

/** IANA time zone. */
export const timeZoneSchema = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/)
  .describe('IANA time zone of the clinic');

/**
 * One visit, whole: what `visit.json` holds and what a consultation exports. It needs no store, and renders as a draft
 * (or a sample): clinical finals come only from the program.
 */
export const visitSchema = z.strictObject({
  format: z.literal(1).describe('Version of this format'),
  sample: z.boolean().describe('true: of the sample clinic; every page says SAMPLE'),
  code: z
    .string()
    .regex(/^CL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    .describe('Record code of the consultation, such as CL-7K2M-94QX'),
  clinic: clinicSchema.describe('The clinic, as it stands on paper'),
  doctor: doctorSchema.describe('The doctor of the visit, as on paper'),
  patient: patientOnPaperSchema.describe('The patient, as on paper'),
  visitDate: civilDateSchema.describe('Date of the visit, YYYY-MM-DD'),
  timeZone: timeZoneSchema,
  pack: packRefSchema.describe('The topic pack that the answers were given to'),
  answers: answersSchema.describe('All answers of the visit'),
  lastVisit: lastVisitSchema.optional().describe('Of a follow-up: the plan of the visit that it goes on from'),
});
export type Visit = z.infer<typeof visitSchema>;

/** What makes a snapshot final: who, when, and which version of the paper this is. */
export const finalSchema = z.strictObject({
  version: z.int().positive(),
  madeAt: instantSchema,
  madeBy: requiredText(50),
  /** An amendment: the version before it, when that was made, and what is changed on paper. */
  replaces: z
    .strictObject({
      version: z.int().positive(),
      /** Versions that say the same as that one in another language. */
      also: z.array(z.int().positive()).optional(),
      madeAt: instantSchema,
      changed: z.array(printedFactSchema),
    })
    .optional(),
});
export type Final = z.infer<typeof finalSchema>;

/** A frozen visit with its pack. `final` is absent in a draft. */
export interface Snapshot {
  visit: Visit;
  pack: Pack;
  final?: Final;
}

/** What is drawn across the page and beside the identity, besides the state itself. */
export type Mark =
  | { kind: 'none' }
  | { kind: 'draft' }
  | { kind: 'copy'; firstPrinted: string }
  | { kind: 'superseded'; byVersion: number };
