import * as z from 'zod';
import { instantSchema, paperLanguageSchema, requiredText } from '../domain/text.ts';
import { visitSchema } from '../domain/visit.ts';
import { clinical, desk } from './procedures.ts';
import { handoutVersionSchema, pdfSchema, uuid } from './shapes.ts';

/** Who hands a paper over. */
const handsOver = desk.meta({ roles: ['doctor', 'counsellor', 'reception'] });
const ofVersion = z.strictObject({ id: uuid });

/** A copy of a paper that was saved as a file, to be sent to her. */
export const sentCopySchema = z.strictObject({
  id: uuid,
  versionId: uuid,
  /** The number that was read back to her. */
  phone: z.string(),
  by: z.string(),
  at: instantSchema,
  /** When a file in the program's folder is deleted; null for one that was saved to another place. */
  until: instantSchema.nullable(),
  /** When it was deleted. */
  goneAt: instantSchema.nullable(),
});
export type SentCopy = z.infer<typeof sentCopySchema>;

/** What is done with a paper after it was made final. `id` is that of the version. */
export const papersContract = {
  /** What a version was made from, for "what changed between two": clinical. */
  source: clinical.input(ofVersion).output(visitSchema),
  /**
   * The same paper in another language, from the same snapshot, as a version of its own; it goes into the queue. NOT_READY without an approval of
   * the words in that language, or where a text isn't translated; `missing` names them.
   */
  inLanguage: desk.input(ofVersion.extend({ language: paperLanguageSchema })).output(handoutVersionSchema),
  /**
   * Saves a copy to be sent to her phone, after she agreed and her number was read back to her. To `folder`: the program
   * writes the file into its own folder and deletes it after a day; `download`: the window saves the bytes. BAD_INPUT at
   * `phone` when it isn't her number.
   */
  saveToSend: handsOver
    .input(ofVersion.extend({ phone: z.string().max(30), agreed: z.literal(true), to: z.enum(['folder', 'download']) }))
    .output(
      z.strictObject({
        copy: sentCopySchema,
        fileName: requiredText(60),
        /** The folder, for `folder`. */
        folder: z.string().nullable(),
        /** The bytes, for `download`. */
        pdf: pdfSchema.nullable(),
      }),
    ),
  /** The copies of a version that were saved to be sent, the newest first, and the program's folder for them. */
  sent: desk.input(ofVersion).output(z.strictObject({ folder: z.string(), copies: z.array(sentCopySchema) })),
  /** Deletes a copy in the program's folder now. */
  deleteSent: desk.input(z.strictObject({ copyId: uuid })).output(z.null()),
};
