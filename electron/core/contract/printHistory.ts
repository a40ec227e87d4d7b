import * as z from 'zod';
import { PRINT_ACT_GROUPS, PRINT_ACTS } from '../domain/printActs.ts';
import { handedToSchema, printReasonSchema, secondIdentifierSchema } from '../domain/printing.ts';
import { civilDateSchema, instantSchema, paperLanguageSchema } from '../domain/text.ts';
import { desk } from './procedures.ts';
import { uuid } from './shapes.ts';

/** Which acts: everything that is left out is not filtered by. Days are of the clinic's zone, both included. */
export const printHistoryFilterSchema = z.strictObject({
  group: z.enum(PRINT_ACT_GROUPS).optional(),
  patientId: uuid.optional(),
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
});
export type PrintHistoryFilter = z.infer<typeof printHistoryFilterSchema>;

/** One thing that happened to a paper in reception's queue. Nothing in it is clinical. */
export const printHistoryRowSchema = z.strictObject({
  seq: z.int(),
  at: instantSchema,
  act: z.enum(PRINT_ACTS),
  /** Who did it; of what a printer did, who had asked for it; null: the program itself. */
  by: z.string().nullable(),
  patient: z.strictObject({ id: uuid, name: z.string(), recordNumber: z.string() }),
  /** Record code and version: the name of the paper outside of the program. */
  code: z.string(),
  version: z.int(),
  language: paperLanguageSchema,
  pages: z.int(),
  /** What was asked for last; null: no printer was. */
  order: z.strictObject({ printer: z.string(), copies: z.int() }).nullable(),
  reason: printReasonSchema.nullable(),
  /** Who took it, and what was compared. */
  handed: z.strictObject({ to: handedToSchema, checked: secondIdentifierSchema }).nullable(),
});
export type PrintHistoryRow = z.infer<typeof printHistoryRowSchema>;

/** Who printed, cancelled and handed over what, and when: the events of the queue's own jobs. */
export const printHistoryContract = {
  /** The newest first, up to 100 before row `before`. */
  list: desk
    .input(z.strictObject({ filter: printHistoryFilterSchema, before: z.int().nullable() }))
    .output(z.strictObject({ rows: z.array(printHistoryRowSchema), more: z.boolean() })),
  /**
   * The filtered rows as CSV (UTF-8), by record number: no name of a patient, nor of whom she has named. NOT_READY when
   * they are too many for one file. The log says who took the file.
   */
  export: desk
    .input(z.strictObject({ filter: printHistoryFilterSchema }))
    .output(z.strictObject({ fileName: z.string(), base64: z.string(), rows: z.int() })),
};
