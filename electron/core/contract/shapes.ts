import * as z from 'zod';
import { packRefSchema } from '../domain/pack.ts';
import { civilDateSchema, instantSchema, languageSchema, paperLanguageSchema, requiredText } from '../domain/text.ts';
import { clinicSchema, doctorSchema, timeZoneSchema } from '../domain/visit.ts';
import { lookSchema } from './look.ts';
import { patientSchema } from './patientShapes.ts';

export const roleSchema = z.enum(['doctor', 'counsellor', 'reception', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

export const uuid = z.uuid();

/** A user as a window sees it. */
export const userSchema = z.strictObject({
  id: uuid,
  name: requiredText(50),
  roles: z.array(roleSchema).min(1),
  /** Only doctors have one. */
  doctor: doctorSchema.optional(),
});
export type User = z.infer<typeof userSchema>;

/** What only the program needs; nothing of it is printed. */
export const programSettingsSchema = z.strictObject({
  /** Minutes without a key or a pointer after which a window is covered. */
  idleMinutes: z.int().min(1).max(60),
  /** How long records are kept before they may be erased, years from the last visit. */
  retentionYears: z.int().min(1).max(50),
});
export type ProgramSettings = z.infer<typeof programSettingsSchema>;
export const USUAL_PROGRAM_SETTINGS: ProgramSettings = { idleMinutes: 10, retentionYears: 10 };

/** All settings of a clinic: what stands on paper, and what only the program needs. */
export const clinicSettingsSchema = z.strictObject({
  clinic: clinicSchema,
  timeZone: timeZoneSchema,
  program: programSettingsSchema,
  rev: z.int(),
});
export type ClinicSettings = z.infer<typeof clinicSettingsSchema>;

export const placeSchema = z.strictObject({ section: z.string().max(60), field: z.string().max(120).nullable() });
export type Place = z.infer<typeof placeSchema>;

export const answerRowSchema = z.strictObject({ key: z.string(), value: z.unknown(), savedAt: instantSchema, userId: uuid });

export const consultationSchema = z.strictObject({
  id: uuid,
  code: z.string(),
  patient: patientSchema,
  pack: packRefSchema,
  visitDate: civilDateSchema,
  state: z.enum(['draft', 'final']),
  /** Rises with every save; a save carries the one it saw. */
  rev: z.int(),
  place: placeSchema.nullable(),
  opened: z.array(z.string()),
  /** The final visit that this one goes on from; absent for a visit of its own. */
  followsOn: z.strictObject({ id: uuid, code: z.string(), visitDate: civilDateSchema }).optional(),
  /** Answers by row id (`program.decision`, `topic.failedCycles`). */
  answers: z.array(answerRowSchema),
  savedAt: instantSchema,
});
export type Consultation = z.infer<typeof consultationSchema>;

export const handoutVersionSchema = z.strictObject({
  id: uuid,
  consultationId: uuid,
  code: z.string(),
  version: z.int(),
  language: paperLanguageSchema,
  pages: z.int(),
  sha256: z.string(),
  madeAt: instantSchema,
  madeBy: z.string(),
  /** The version that this one replaces, with the reason and what was changed, as printed; null for a first one. */
  replaces: z.strictObject({ version: z.int(), madeAt: instantSchema, reason: z.string(), changed: z.array(z.string()) }).nullable(),
  /** The version that says the same in another language, and that this one was made from. */
  sameAs: z.int().nullable(),
  /** The version that replaces this one. */
  replacedBy: z.int().nullable(),
});
export type HandoutVersion = z.infer<typeof handoutVersionSchema>;

export const approvalSchema = z.strictObject({ pack: packRefSchema, language: languageSchema, by: z.string(), at: instantSchema });
export type Approval = z.infer<typeof approvalSchema>;

export const packSummarySchema = z.strictObject({
  ref: packRefSchema,
  title: z.string(),
  /** The topic's name in each language of the pack. */
  titles: z.partialRecord(languageSchema, z.string()).optional(),
  languages: z.array(languageSchema),
  approvals: z.array(approvalSchema),
  /** Its content is to be reviewed by this day; a refused pack has none. */
  reviewBy: civilDateSchema.optional(),
  /** Faults that keep a pack from being used: file, line and what to mend. */
  faults: z.array(z.strictObject({ file: z.string(), line: z.int().nullable(), message: z.string() })),
});
export type PackSummary = z.infer<typeof packSummarySchema>;

/** What is wrong with records that can be used all the same, as a sentence with what to do. */
export const storeWarningSchema = z.strictObject({ fault: z.string(), message: z.string() });
export type StoreWarning = z.infer<typeof storeWarningSchema>;

/** What the program knows before anybody signs in. */
export const statusSchema = z.strictObject({
  version: z.string(),
  /** first: no clinic yet; locked: a clinic, nobody signed in here; open: signed in. */
  state: z.enum(['first', 'locked', 'open']),
  sample: z.boolean(),
  clinicName: z.string().nullable(),
  user: userSchema.nullable(),
  /** The window is covered and this person can come back with a PIN. Only while `state` is locked. */
  covered: z.strictObject({ user: userSchema.pick({ id: true, name: true }), triesLeft: z.int() }).nullable(),
  /** The person signed in here set a PIN; without one a covered window is signed out. */
  hasPin: z.boolean(),
  /** The person's password was set by an administrator: it has to be changed before anything else. */
  mustChangePassword: z.boolean(),
  /** Minutes after which this window is to be covered; null where nobody is signed in, and in the sample clinic. */
  idleMinutes: z.int().nullable(),
  /** People who may sign in, while locked. */
  users: z.array(z.strictObject({ id: uuid, name: z.string() })),
  today: civilDateSchema,
  timeZone: timeZoneSchema,
  /** Folder of the clinic's records on this computer, to be said to somebody who helps; never logged. Empty for a second computer. */
  dataFolder: z.string(),
  /** Of a window on a second computer: what that computer is called. Only reception's screens are shown there. */
  device: z.strictObject({ name: z.string() }).nullable(),
  /** Set when the store is there and can't be used: which fault, and what to do. */
  fault: z.strictObject({ fault: z.string(), message: z.string() }).nullable(),
  /** How it is shown: as the person signed in here chose, else as it was last used on this computer. */
  look: lookSchema,
  /** Only while signed in; a log that was changed outside the program is told to administrators. */
  warnings: z.array(storeWarningSchema),
});
export type Status = z.infer<typeof statusSchema>;

/** Why an amended paper was made; never printed. */
export const amendReasonSchema = requiredText(90);
export const answerChangeSchema = z.strictObject({ key: z.string().max(120), value: z.unknown() });

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hello') }),
  z.strictObject({ kind: z.literal('calls') }),
  z.strictObject({ kind: z.literal('consultation'), id: uuid, rev: z.int() }),
  z.strictObject({ kind: z.literal('patients') }),
  z.strictObject({ kind: z.literal('handouts') }),
  z.strictObject({ kind: z.literal('protocols') }),
  z.strictObject({ kind: z.literal('status') }),
  z.strictObject({ kind: z.literal('users') }),
  z.strictObject({ kind: z.literal('backups') }),
  z.strictObject({ kind: z.literal('display') }),
  z.strictObject({ kind: z.literal('queue') }),
  z.strictObject({ kind: z.literal('updates') }),
  z.strictObject({ kind: z.literal('secondComputer') }),
]);
export type AppEvent = z.infer<typeof eventSchema>;

/** A PDF as it crosses: base64 is the one form that both transports carry as it is. */
export const pdfSchema = z.strictObject({ base64: z.string(), pages: z.int() });
