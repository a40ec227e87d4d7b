import * as z from 'zod';
import { LABEL_SHEET_IDS, LABEL_SHEETS } from '../domain/deskPaper.ts';
import { printerIdSchema } from '../domain/printing.ts';
import { civilDateSchema, clockTimeSchema, languageSchema, paperLanguageSchema } from '../domain/text.ts';
import { administrator, desk } from './procedures.ts';
import { pdfSchema, uuid } from './shapes.ts';

const MOST_LABELS = 48;

/** Labels for the clinic's folder: on which sheet, from which place on (1: top left, row by row), how many. */
export const labelOrderSchema = z
  .strictObject({
    kind: z.literal('labels'),
    language: languageSchema,
    sheet: z.enum(LABEL_SHEET_IDS),
    start: z.int().min(1),
    count: z.int().min(1).max(MOST_LABELS),
  })
  .refine(({ sheet, start }) => start <= LABEL_SHEETS[sheet].columns * LABEL_SHEETS[sheet].rows, {
    message: 'The sheet has fewer labels than that.',
    path: ['start'],
  });

/** A paper of a patient beside her handout. Nothing clinical stands on any of them. */
export const deskPaperOrderSchema = z.union([z.strictObject({ kind: z.literal('slip'), language: paperLanguageSchema }), labelOrderSchema]);
export type DeskPaperOrder = z.infer<typeof deskPaperOrderSchema>;

const ofPatient = z.strictObject({ patientId: uuid, paper: deskPaperOrderSchema });
const sentSchema = z.strictObject({ printer: z.string() });

/**
 * Reception's papers beside the handout: the slip with her next dates, labels, a printer's test page. They are no jobs of
 * the queue: nobody takes them over the desk against a second identifier, and each is made anew when it is asked for. They
 * go to a printer once, by the port that the queue prints with; NOT_READY says in a sentence whether anything may have come
 * out, and nothing is ever sent again by itself.
 */
export const slipsContract = {
  /** When she is expected next, today included, at most six days; and the language of her newest paper that holds. */
  days: desk.input(z.strictObject({ patientId: uuid })).output(
    z.strictObject({
      days: z.array(z.strictObject({ date: civilDateSchema, time: clockTimeSchema.nullable() })),
      language: paperLanguageSchema.nullable(),
    }),
  ),
  /** The pages, to be looked at, saved or printed by the window; the log has the last two. NOT_READY: a slip without a date. */
  pdf: desk.input(ofPatient.extend({ purpose: z.enum(['look', 'save', 'print']) })).output(pdfSchema.extend({ fileName: z.string() })),
  /**
   * `requestId`: the window's name for what a person wants printed once. The same request under the same id is not sent
   * again: it gets the outcome of the first. So a window whose connection was lost may ask once more.
   */
  print: desk.input(ofPatient.extend({ printer: printerIdSchema, requestId: uuid })).output(sentSchema),
  /** Sends a page that shows whether a printer works as it is set up, and keeps the size. */
  testPage: administrator.input(z.strictObject({ printer: printerIdSchema, language: languageSchema })).output(sentSchema),
};
