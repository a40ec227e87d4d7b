import * as z from 'zod';
import { civilDateSchema, instantSchema, paperLanguageSchema, requiredText } from '../domain/text.ts';
import { administrator, desk, passwordSchema } from './procedures.ts';
import { pdfSchema, uuid } from './shapes.ts';

/** A doctor or an administrator. */
const doctorOrAdministrator = desk.meta({ roles: ['doctor', 'administrator'] });
const ofPatient = z.strictObject({ patientId: uuid });

export const consentStateSchema = z.enum(['given', 'notGiven', 'withdrawn']);
export type ConsentState = z.infer<typeof consentStateSchema>;

/** How she said it: on the signed paper; after the notice was read to her; in words alone, which is enough for a no. */
export const consentHowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed') }),
  z.strictObject({ kind: z.literal('readAloud'), language: requiredText(30), by: requiredText(50) }),
  z.strictObject({ kind: z.literal('said') }),
]);
export type ConsentHow = z.infer<typeof consentHowSchema>;

/** In which language she is given the notice. */
const noticeLanguage = paperLanguageSchema.default('en');

/** What she says to the notice now. A yes is signed, or given after the notice was read to her. */
export const newConsentSchema = ofPatient
  .extend({ state: consentStateSchema, how: consentHowSchema, language: noticeLanguage })
  .refine(({ state, how }) => state !== 'given' || how.kind !== 'said', {
    path: ['how'],
    message: 'Say how she agreed: on the signed paper, or after it was read to her.',
  });
export type NewConsent = z.infer<typeof newConsentSchema>;

/** Which words of the notice: the first letters of their hash, as they stand at the foot of the printed page. */
const noticeVersion = z.string().regex(/^[0-9a-f]{8}$/);

export const consentSchema = z.strictObject({
  id: uuid,
  state: consentStateSchema,
  how: consentHowSchema,
  notice: noticeVersion,
  by: z.string(),
  at: instantSchema,
});
export type Consent = z.infer<typeof consentSchema>;

export const consentsSchema = z.strictObject({
  /** The notice as it reads today, in each language and in both. */
  notices: z.array(z.strictObject({ version: noticeVersion, language: paperLanguageSchema })),
  /** The newest first; none: she has not been asked. */
  rows: z.array(consentSchema),
});
export type Consents = z.infer<typeof consentsSchema>;

export const erasureReasonSchema = z.enum(['retentionOver', 'herRequest', 'law', 'mistake']);
export type ErasureReason = z.infer<typeof erasureReasonSchema>;

/** What erasing her would mean, and from when the rule allows it. */
export const erasureSchema = z.strictObject({
  visits: z.int(),
  papers: z.int(),
  /** Day of her last visit, or the day on which she was added when there is none. */
  lastVisit: civilDateSchema,
  /** Years for which the clinic keeps records. */
  years: z.int(),
  /** The first day on which the rule allows it. */
  from: civilDateSchema,
  /** That day has come. */
  allowed: z.boolean(),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Why an override is made; kept, so it may not name her. */
export const erasureNoteSchema = requiredText(200);

/** What is left of an erased patient. Nothing in it says who she was. */
export const tombstoneSchema = z.strictObject({
  id: uuid,
  at: instantSchema,
  by: z.string(),
  reason: erasureReasonSchema,
  note: z.string().nullable(),
  visits: z.int(),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** A paper that left the program: which version, when, by whom. */
export const paperOutSchema = z.strictObject({ versionId: uuid, how: z.enum(['print', 'save']), by: z.string(), at: instantSchema });
export type PaperOut = z.infer<typeof paperOutSchema>;

/** What a patient may ask of a clinic that keeps her data: to be told and asked, a copy, erasure. */
export const rightsContract = {
  consents: desk.input(ofPatient).output(consentsSchema),
  /** Adds what she said to the notice as it reads today. It never stops anything else. */
  recordConsent: desk.input(newConsentSchema).output(consentsSchema),
  /** The notice as a page of its own, with her name on it, to be signed. */
  noticePdf: desk.input(ofPatient.extend({ language: noticeLanguage })).output(pdfSchema.extend({ fileName: requiredText(60) })),
  /** Which of her papers were printed or saved, the newest first. */
  papersOut: desk.input(ofPatient).output(z.array(paperOutSchema)),
  /** Everything that is kept of her as one ZIP file. Its name says nothing of her. */
  exportPatient: doctorOrAdministrator.input(ofPatient).output(z.strictObject({ fileName: requiredText(60), base64: z.string() })),
  erasure: administrator.input(ofPatient).output(erasureSchema),
  /**
   * Erases her from the records for good. BAD_INPUT at `recordNumber` when it isn't hers, at `note` when it names her;
   * NOT_READY before the retention time is over, unless a reason of its own is given, and while a paper of hers is at a
   * printer or may be; WRONG_PASSWORD.
   */
  erase: administrator
    .input(
      ofPatient.extend({
        /** Her record number, typed to confirm who is meant. */
        recordNumber: z.string().max(40),
        ownPassword: passwordSchema,
        because: z.discriminatedUnion('reason', [
          z.strictObject({ reason: z.literal('retentionOver') }),
          z.strictObject({ reason: erasureReasonSchema.exclude(['retentionOver']), note: erasureNoteSchema }),
        ]),
      }),
    )
    .output(tombstoneSchema),
  /** What is left of those who were erased, the newest first. */
  tombstones: administrator.output(z.array(tombstoneSchema)),
};
