import type { PaperLanguage } from '#core/domain/text.ts';
import { contrastOf, type Inks } from './inks.ts';
import { bodyOf, LETTERS_IN_LINE, longLines, outside, overlaps } from './paperTexts.ts';
import type { PlacedText, ReadPdf } from './readPdf.ts';
import { decided, listed, type Row } from './row.ts';

const SMALLEST = 9;
const SMALLEST_OF_TEXT = 11;
const CONTRAST = 7;
/** Points of the body, and most pages with every block on. */
const BODY: Record<PaperLanguage, number> = { en: 12, hi: 13, both: 12 };
const PAGES: Record<PaperLanguage, number> = { en: 5, hi: 6, both: 8 };

/** The size in which most letters of running text are set: of paragraphs and lists, not of tables. */
function commonest(items: readonly PlacedText[]): number {
  const letters = new Map<number, number>();
  for (const { height, text, tag } of items)
    if (tag === 'P' || tag === 'LBody') letters.set(height, (letters.get(height) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function sizeRows(pdf: ReadPdf, language: PaperLanguage): Row[] {
  const all = pdf.pages.flatMap(({ items }) => items);
  const body = bodyOf(pdf).flat();
  const size = commonest(body);
  const smallest = Math.min(...all.map(({ height }) => height));
  const small = body.filter(({ height }) => height < SMALLEST_OF_TEXT).map(({ text, height }) => `“${text}” ${height} pt`);
  return [
    decided('Type of the body', `≥ ${BODY[language]} pt`, `${size} pt`, size >= BODY[language]),
    decided('Smallest type', `≥ ${SMALLEST} pt`, `${smallest} pt`, smallest >= SMALLEST),
    decided('Type below 11 pt', 'furniture only', listed(small, 'furniture only'), small.length === 0),
  ];
}

/** Type from which on a paper is in large print, which has no bar for its pages. */
const LARGE = 18;

function pagesRow(pdf: ReadPdf, language: PaperLanguage): Row {
  const found = String(pdf.pages.length);
  if (commonest(bodyOf(pdf).flat()) >= LARGE) return { what: 'Pages', bar: 'none in large print', found, result: 'reader' };
  return decided('Pages', `≤ ${PAGES[language]}`, found, pdf.pages.length <= PAGES[language]);
}

/** Pages, sizes, colours, fonts, and whether every letter has its glyph and its place. */
export function typeRows(pdf: ReadPdf, inks: Inks, language: PaperLanguage): Row[] {
  const contrasts = inks.letters.map(({ ink, ground }) => ({ contrast: contrastOf(ink, ground), name: `${ink} on ${ground}` }));
  const weak = contrasts.filter(({ contrast }) => contrast < CONTRAST).map(({ name, contrast }) => `${name} ${contrast.toFixed(1)}`);
  const least = Math.min(...contrasts.map(({ contrast }) => contrast));
  const loose = inks.fonts.filter(({ name, embedded }) => !embedded || !/^[A-Z]{6}\+/.test(name)).map(({ name }) => name);
  const off = pdf.pages.flatMap(outside);
  const over = pdf.pages.flatMap(overlaps);
  const long = bodyOf(pdf).flatMap(longLines);
  return [
    pagesRow(pdf, language),
    ...sizeRows(pdf, language),
    decided('Letters in a line', `≤ ${LETTERS_IN_LINE}`, listed(long, 'no more'), long.length === 0),
    decided('Contrast of letters', `≥ ${CONTRAST}:1`, weak.length > 0 ? listed(weak, '') : `${least.toFixed(1)}:1`, weak.length === 0),
    decided('Fonts', 'embedded and subset', listed(loose, `${inks.fonts.length}, all`), loose.length === 0 && inks.fonts.length > 0),
    decided('Letters without a glyph', 'none', String(inks.missing), inks.missing === 0),
    decided('Text off the page', 'none', listed(off, 'none'), off.length === 0),
    decided('Text over text', 'none', listed(over, 'none'), over.length === 0),
  ];
}
