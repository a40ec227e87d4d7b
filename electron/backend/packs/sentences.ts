import type { Language } from '#core/domain/text.ts';

/** Longest sentence that a text may hold, in words. */
export const LONGEST_SENTENCE: Record<Language, number> = { en: 25, hi: 22 };

/** The sentences of a text, without its marks for bold type. */
export function sentencesOf(text: string): string[] {
  return text
    .replaceAll('*', '')
    .split(/(?<=[.!?।][”’)]*)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** The words of a sentence: what stands between blanks and holds a letter or a digit. */
export function wordsOf(sentence: string): string[] {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
