import { sentencesOf, wordsOf } from './sentences.ts';

/** How hard a text is to read. */
export interface ReadingGrade {
  /** Flesch–Kincaid grade: years of school. */
  grade: number;
  /** Words in a sentence, on average; names are counted here. */
  meanWords: number;
}

const SILENT = /(?:[^laeiouy]es|[^td]ed|[^aeiouyl]e|[aeiouy]e)$/;

/** Syllables of an English word, by its groups of vowels; a number counts as one. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = SILENT.test(letters) && !/(?:[sxzcg]|sh|ch)es$/.test(letters) ? letters.replace(/e[sd]?$/, '') : letters;
  const split = spoken
    .replace(/iag(?=e|$)/, 'ij')
    .replace(/(?<![cgst])i(?=[aou])/g, 'i-')
    .replace(/eing$/, 'e-ing');
  return Math.max(1, split.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The word as it stands in the list of names. */
function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/**
 * Flesch–Kincaid grade of English texts that are read as one; `names` are left out of it. Undefined without a sentence.
 */
export function readingGrade(texts: readonly string[], names: ReadonlySet<string>): ReadingGrade | undefined {
  const all = texts.flatMap(sentencesOf).map((sentence) => wordsOf(sentence));
  const counted = all.map((words) => words.filter((word) => !names.has(bare(word)))).filter((words) => words.length > 0);
  const words = counted.flat();
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return {
    grade: 0.39 * (words.length / counted.length) + 11.8 * (syllables / words.length) - 15.59,
    meanWords: all.flat().length / all.length,
  };
}
