import { createHash } from 'node:crypto';
import type { Pack } from '#core/domain/pack.ts';
import { packTextIds } from '#core/domain/packTexts.ts';
import type { Language } from '#core/domain/text.ts';

/** A text that can't be printed in a language: there is none, or the words that it translates have changed since. */
export interface OpenTranslation {
  id: string;
  why: 'missing' | 'stale';
}

/** What tells one wording of a text from another: the first 8 hexadecimal digits of its SHA-256. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8);
}

/** The language in which a pack was written; the others are translations of it. */
export function sourceLanguage(pack: Pack): Language {
  return pack.languages[0] ?? 'en';
}

/** The texts that keep a pack from being printed in a language, in the order of the pack; none in the source's own. */
export function openTranslations(pack: Pack, language: Language): OpenTranslation[] {
  const source = pack.texts[sourceLanguage(pack)]?.texts ?? {};
  if (language === sourceLanguage(pack)) return [];
  const words = pack.texts[language];
  return packTextIds(pack).flatMap((id): OpenTranslation[] => {
    if (words?.texts[id] === undefined) return [{ id, why: 'missing' }];
    return words.of?.[id] === fingerprint(source[id] ?? '') ? [] : [{ id, why: 'stale' }];
  });
}
