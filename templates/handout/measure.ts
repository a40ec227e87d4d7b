import { Font } from '@react-pdf/renderer';
import type { Font as FontFile } from 'fontkit';
import { runsOf } from './runs.ts';
import type { Family } from './scripts.ts';

/** Letters in a line, spaces counted and signs on a letter not: the most that is read with ease. */
const LETTERS_IN_LINE = 75;
/** How narrow the letters of one line may be beside those of the whole text. */
const NARROWEST_LINE = 0.955;
/** The same where the glyphs depend on the letters beside them; a sign takes none of its own. */
const SHAPED = 0.57;

const notLetters = /[\p{M}*]/gu;
const shaped = /[^\p{Script=Latin}\p{Script=Common}]/u;

/** Widths of single letters as a part of the type size, by face. */
const known = new Map<string, number>();
/** Measures of texts that are kept: most of a paper's stood on the one before it. */
const TEXTS_KEPT = 1_000;
const measured = new Map<string, number | undefined>();

function widthOf(letter: string, family: Family, fontWeight: 400 | 700): number {
  const as = `${family} ${fontWeight} ${letter}`;
  let width = known.get(as);
  if (width === undefined) {
    const font = shaped.test(letter) ? undefined : (Font.getFont({ fontFamily: family, fontWeight })?.data as FontFile | null | undefined);
    width = font ? font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm : SHAPED;
    known.set(as, width);
  }
  return width;
}

/**
 * The widest a line of `text` may be, as a part of its type size; undefined where the whole text has no more letters than a
 * line. `isBold` is for all of it, besides its own bold runs.
 */
export function measureOf(text: string, family: Family, isBold: boolean): number | undefined {
  // A sign is a letter of its own here, so that short texts are not counted at all.
  if (text.length <= LETTERS_IN_LINE) return undefined;
  const as = `${family} ${isBold} ${text}`;
  if (!measured.has(as)) {
    if (measured.size >= TEXTS_KEPT) measured.clear();
    measured.set(as, measure(text, family, isBold));
  }
  return measured.get(as);
}

function measure(text: string, family: Family, isBold: boolean): number | undefined {
  const letters = [...text.replace(notLetters, '')].length;
  if (letters <= LETTERS_IN_LINE) return undefined;
  let width = 0;
  for (const run of runsOf(text, family))
    for (const letter of run.text.replace(notLetters, '')) width += widthOf(letter, run.family, isBold || run.bold ? 700 : 400);
  return (LETTERS_IN_LINE * NARROWEST_LINE * width) / letters;
}
