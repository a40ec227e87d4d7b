import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { type NoticeText, noticeSchema } from '#core/domain/notice.ts';
import type { Language } from '#core/domain/text.ts';

/** The language in which the notice was written. */
const SOURCE = 'en';
const FINGERPRINT_LETTERS = 8;

/** What tells one wording of the notice from another. */
export function noticeFingerprint(text: NoticeText): string {
  return createHash('sha256').update(JSON.stringify(text).normalize('NFC')).digest('hex').slice(0, FINGERPRINT_LETTERS);
}

/**
 * The data-protection notice in a language, from `<noticeDir>/<language>.yaml` (`templates/notice` in the sources).
 * @throws Error naming the file and what to mend in it
 */
export async function loadNotice(noticeDir: string, language: Language): Promise<NoticeText> {
  const file = join(noticeDir, `${language}.yaml`);
  const parsed = noticeSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} does not hold the data-protection notice:\n${z.prettifyError(parsed.error)}`);
  if (parsed.data.language !== language) throw new Error(`${file} says its language is ${parsed.data.language}.`);
  if (language !== SOURCE && parsed.data.of !== noticeFingerprint(await loadNotice(noticeDir, SOURCE)))
    throw new Error(`${file} translates other words than ${SOURCE}.yaml has now: read it again, and write their fingerprint.`);
  return parsed.data;
}
