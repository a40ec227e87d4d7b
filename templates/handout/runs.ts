import { type Family, familyOf, SCRIPT_RUN } from './scripts.ts';

/** A stretch of text in one font. */
export interface Run {
  text: string;
  family: Family;
  bold: boolean;
}

const BOLD = /(\*[^*]+\*)/;

/** Texts whose runs are kept: most of a paper's stood on the one before it. */
const TEXTS_KEPT = 4_000;
const known = new Map<string, readonly Run[]>();

/**
 * Cuts a text into runs of one font: `*stars*` make bold, and each script has a face of its own.
 */
export function runsOf(text: string, family: Family): readonly Run[] {
  const as = `${family}\n${text}`;
  const runs = known.get(as) ?? cutIntoRuns(text, family);
  if (known.size >= TEXTS_KEPT) known.clear();
  known.set(as, runs);
  return runs;
}

function cutIntoRuns(text: string, family: Family): Run[] {
  return text.split(BOLD).flatMap((part) => {
    const bold = part.length > 2 && part.startsWith('*') && part.endsWith('*');
    const plain = bold ? part.slice(1, -1) : part;
    return plain
      .split(SCRIPT_RUN)
      .filter((piece) => piece !== '')
      .map((piece) => ({ text: piece, bold, family: familyOf(piece, family) }));
  });
}

/** Longest word that is never cut where it fits in a line. */
const LONGEST_WHOLE_WORD = 24;
/** Width of a letter as a part of the type size: of most, of capitals, and of the widest. */
const LETTER_WIDTH = 0.62;
const CAPITAL_WIDTH = 0.8;
const WIDEST_WIDTH = 1;

const widthOfLetter = (letter: string) => (/[WMm@%]/.test(letter) ? WIDEST_WIDTH : /\p{Lu}|w/u.test(letter) ? CAPITAL_WIDTH : LETTER_WIDTH);
const widthOf = (letters: string) => [...letters].reduce((sum, letter) => sum + widthOfLetter(letter), 0);

/** How wide a word of `size` points may be in a line of `width` points, as a part of the type size. */
export function wordLimit(width: number, size: number): number {
  return Math.max(6 * LETTER_WIDTH, width / size);
}

const isLong = (word: string, limit: number) =>
  word.length > LONGEST_WHOLE_WORD || (word.length > limit / WIDEST_WIDTH && widthOf(word) > limit);

/** true when the text holds a word that may be cut: one of more than 24 letters, or one that may be wider than the line. */
export function hasLongWord(text: string, limit: number): boolean {
  return text.split(/\s/).some((word) => isLong(word, limit));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a long word into pieces, never inside a letter; leaves every other word whole. */
export function cutWord(word: string, limit: number): string[] {
  if (!isLong(word, limit)) return [word];
  const longest = Math.min(limit, LONGEST_WHOLE_WORD * LETTER_WIDTH);
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
