import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import * as z from 'zod';
import { fingerprint } from '#backend/packs/translations.ts';
import { EXIT, fileTrouble, type Io } from './io.ts';

const wordsSchema = z.looseObject({ texts: z.record(z.string(), z.string()), of: z.record(z.string(), z.string()).optional() });

/**
 * Writes into `<dir>/<pack>/text/<language>.yaml` of which English its texts are translations: of the named ones, or of all
 * that say nothing yet. Gives back the exit code.
 */
export async function markTranslated([pack, language, ...named]: string[], dir: string | undefined, io: Io): Promise<number> {
  if (pack === undefined || language === undefined || dir === undefined) {
    io.warn('translated: Name the pack, the language and --dir with the sources of the packs.');
    return EXIT.badInput;
  }
  const file = join(dir, pack, 'text', `${language}.yaml`);
  try {
    const source = wordsSchema.parse(parse(await readFile(join(dir, pack, 'text', 'en.yaml'), 'utf8')));
    const document = parseDocument(await readFile(file, 'utf8'));
    const words = wordsSchema.parse(document.toJS());
    const ids = named.length > 0 ? named : Object.keys(words.texts).filter((id) => words.of?.[id] === undefined);
    const unknown = ids.filter((id) => source.texts[id] === undefined || words.texts[id] === undefined);
    if (unknown.length > 0) {
      io.warn(`translated: There is no such text in both languages: ${unknown.join(', ')}.`);
      return EXIT.badInput;
    }
    const marks = { ...words.of, ...Object.fromEntries(ids.map((id) => [id, fingerprint(source.texts[id] ?? '')])) };
    const inOrder = Object.keys(words.texts).flatMap((id) => (marks[id] === undefined ? [] : [[id, marks[id]] as const]));
    document.set('of', document.createNode(Object.fromEntries(inOrder)));
    await writeFile(file, document.toString({ lineWidth: 0 }));
    await io.write(`${ids.length} of ${Object.keys(words.texts).length} texts marked as translated.\n`);
    return EXIT.ok;
  } catch (error) {
    io.warn(`translated: ${file} can’t be marked: ${error instanceof z.ZodError ? 'it holds no texts' : fileTrouble(error)}.`);
    return EXIT.badInput;
  }
}
