import { type Family, familyOf, SCRIPT_RUN } from './scripts.ts';

/** A stretch of text in one font. */
export interface Run {
  text: string;
  family: Family;
  bold: boolean;
}

const BOLD = /(\*[^*]+\*)/;

/**
 * Cuts a text into runs of one font: `*stars*` make bold, and each script has a face of its own.
 */
export function runsOf(text: string, family: Family): Run[] {
  return text.split(BOLD).flatMap((part) => {
    const bold = part.length > 2 && part.startsWith('*') && part.endsWith('*');
    const plain = bold ? part.slice(1, -1) : part;
    return plain
      .split(SCRIPT_RUN)
      .filter((piece) => piece !== '')
      .map((piece) => ({ text: piece, bold, family: familyOf(piece, family) }));
  });
}

/** Longest word that is never cut, in characters. */
const LONGEST_WHOLE_WORD = 24;
/** Width of an average letter as a part of the type size. */
const LETTER_WIDTH = 0.62;

/** How many letters of a word surely fit in `width` points at `size` points, at most 24: only longer words are cut. */
export function wordLimit(width: number, size: number): number {
  return Math.max(6, Math.min(LONGEST_WHOLE_WORD, Math.floor(width / (size * LETTER_WIDTH))));
}

/** true when the text holds a word that `wordLimit` letters do not hold. */
export function hasLongWord(text: string, limit: number): boolean {
  return text.split(/\s/).some((word) => word.length > limit);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a word longer than `limit` letters into pieces, never inside a letter; leaves every other word whole. */
export function cutWord(word: string, limit: number): string[] {
  if (word.length <= limit) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && piece.length + segment.length > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
