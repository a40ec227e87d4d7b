import * as z from 'zod';
import { paperLanguageSchema } from '../domain/text.ts';
import { clinical } from './procedures.ts';
import { pdfSchema } from './shapes.ts';
import { LARGEST_VISIT_FILE } from './shellBridge.ts';

/** A file of a topic pack: its path from the pack's own folder on, as on disk. */
export const packFileSchema = z.strictObject({
  path: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}\/(text\/)?[A-Za-z0-9-]{1,60}\.yaml$/),
  text: z.string().max(300_000),
});
export type PackFile = z.infer<typeof packFileSchema>;

/** So much of a pack is read at once, in files and in letters. */
export const MOST_PACK_FILES = 40;
export const LARGEST_PACK = 800_000;

/** A visit file as it was found: its paper, or what to mend in which field. */
export const readVisitSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), code: z.string(), language: paperLanguageSchema, pdf: pdfSchema }),
  z.strictObject({ ok: z.literal(false), problems: z.array(z.strictObject({ path: z.string(), message: z.string() })) }),
]);
export type ReadVisit = z.infer<typeof readVisitSchema>;

export const checkedPackSchema = z.strictObject({
  folder: z.string(),
  faults: z.array(z.strictObject({ file: z.string(), line: z.int().nullable(), message: z.string() })),
});
export type CheckedPack = z.infer<typeof checkedPackSchema>;

/** Files from outside of the records: looked at, never taken in. Nothing of them is stored or logged. */
export const filesContract = {
  /** Checks a visit file and draws its paper as a draft, or as a sample. */
  readVisit: clinical.input(z.strictObject({ text: z.string().max(LARGEST_VISIT_FILE) })).output(readVisitSchema),
  /** Checks the files of one topic pack, and says what is to be mended. Nobody uses that pack afterwards. */
  checkPack: clinical
    .input(
      z.strictObject({
        files: z
          .array(packFileSchema)
          .min(1)
          .max(MOST_PACK_FILES)
          .refine((files) => files.reduce((sum, { text }) => sum + text.length, 0) <= LARGEST_PACK, 'This topic pack is too large.')
          .refine((files) => new Set(files.map(({ path }) => path.split('/')[0])).size === 1, 'Choose the folder of one topic pack.'),
      }),
    )
    .output(checkedPackSchema),
};
