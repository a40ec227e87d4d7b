import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { patientScreenSchema } from '../domain/patientScreen.ts';
import { languageSchema } from '../domain/text.ts';
import { clinical, display } from './procedures.ts';

/** follow: the doctor's section. held: stays while she goes on. blank: nothing. test: a picture to try the screen with. */
export const displayModeSchema = z.enum(['follow', 'held', 'blank', 'test']);
export type DisplayMode = z.infer<typeof displayModeSchema>;

/** What is to stand there, in words of the topic alone: no patient and no consultation is named. */
export const displayOrderSchema = z.strictObject({
  mode: displayModeSchema,
  language: languageSchema,
  /** The part of a topic; null: none. Blank and test show none. */
  part: z
    .strictObject({
      /** Hash of the pack. */
      pack: z.string().max(64),
      section: z.string().max(60),
      /** Which line of evidence is shown, counted from 0; null: hidden. */
      evidence: z.int().min(0).max(60).nullable(),
    })
    .nullable(),
});
export type DisplayOrder = z.infer<typeof displayOrderSchema>;

/** The patient's screen as the doctor's window sees it. */
export const displayStateSchema = displayOrderSchema.extend({
  /** The patient's window is there and listens. */
  open: z.boolean(),
});
export type DisplayState = z.infer<typeof displayStateSchema>;

/** What the patient's window shows. closed: the doctor has closed it, or opened another. */
export const displayNowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section'), screen: patientScreenSchema }),
  z.strictObject({ kind: z.literal('test'), language: languageSchema }),
  z.strictObject({ kind: z.literal('blank'), language: languageSchema }),
  z.strictObject({ kind: z.literal('closed'), language: languageSchema }),
]);
export type DisplayNow = z.infer<typeof displayNowSchema>;

/**
 * The patient's screen. The doctor's window orders; the patient's window may ask `now`, hear `changes`, and do nothing else
 * in the whole contract. Nothing of it is stored.
 */
export const displayContract = {
  state: clinical.output(displayStateSchema),
  /**
   * A new patient's window of this window, in place of an earlier one. Where windows are the browser's, `launch` opens it,
   * once; null where the shell opens it.
   */
  open: clinical.output(z.strictObject({ launch: z.string().nullable() })),
  /** NOT_FOUND for a pack, a section or a language that isn't there. */
  show: clinical.input(displayOrderSchema).output(displayStateSchema),
  close: clinical.output(z.null()),
  now: display.output(displayNowSchema),
  /** Says that `now` may answer otherwise; the first comes at once. */
  changes: display.output(eventIterator(z.strictObject({ kind: z.literal('changed') }))),
};
