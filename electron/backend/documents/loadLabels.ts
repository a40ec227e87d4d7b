import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Labels, labelsSchema } from '#core/domain/labels.ts';
import type { Language } from '#core/domain/text.ts';

/**
 * The labels of the handout in a language, from `<textDir>/<language>.yaml` (`templates/handout/text` in the sources).
 * @throws Error naming the file and what to mend in it
 */
export async function loadLabels(textDir: string, language: Language): Promise<Labels> {
  const file = join(textDir, `${language}.yaml`);
  const parsed = labelsSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} does not hold the labels of the handout:\n${z.prettifyError(parsed.error)}`);
  if (parsed.data.language !== language) throw new Error(`${file} says its language is ${parsed.data.language}.`);
  return parsed.data;
}
