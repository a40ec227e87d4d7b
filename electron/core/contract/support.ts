import * as z from 'zod';

/** A part of the program that others made, with the words under which they gave it. */
export const licenceSchema = z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });
export type Licence = z.infer<typeof licenceSchema>;

/** A report for whoever helps with the program: plain text that the person reads before she saves it. */
export const supportReportSchema = z.strictObject({ text: z.string(), fileName: z.string() });
