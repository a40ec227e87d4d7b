import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import type { PlacedText, ReadPage, ReadPdf } from './readPdf.ts';

const ROOM = 0.6;

/** A text as it is read from a page: without stars, every white space a single space. */
export function asRead(text: string): string {
  return text.replaceAll('*', '').replace(/\s+/g, ' ').trim();
}

/** A text without its spaces: a reader of PDFs guesses them from the gaps, and guesses wrong beside complex letters. */
export function squeezed(text: string): string {
  return text.replaceAll('*', '').replace(/\s+/g, '').normalize('NFC');
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;

/** Whether a text stands in what was read, spaces aside; words from right to left are read as they are drawn. */
export function standsIn(read: string, text: string): boolean {
  const whole = squeezed(read);
  if (!RIGHT_TO_LEFT.test(text)) return whole.includes(squeezed(text));
  const drawn = (word: string) => (RIGHT_TO_LEFT.test(word) ? [...word].reverse().join('') : word);
  return asRead(text)
    .split(' ')
    .every((word) => whole.includes(squeezed(word)) || whole.includes(squeezed(drawn(word))));
}

/** Every text of a model that has to stand on paper somewhere, as it is read. */
export function textsOnPaper(model: HandoutModel): string[] {
  const { title: _title, createdAt: _at, furniture, language: _language, paper: _paper, format: _format, beside, ...own } = model;
  const printed = { ...own, beside: beside?.blocks };
  return [...stringsOf(printed), furniture.footer, ...(furniture.mark ? [furniture.mark.text] : [])]
    .map(asRead)
    .filter((text) => text !== '');
}

/** Every text of one block, as it is read. */
export function printedIn(block: Block): string[] {
  return stringsOf(block)
    .map(asRead)
    .filter((text) => text !== '');
}

/** Not printed, or only seen by who can't see the paper. */
const DATA = new Set(['kind', 'print', 'slot', 'status', 'more', 'elsewhere', 'box']);

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (DATA.has(key) ? [] : stringsOf(part)));
}

/** Most letters of a line, spaces counted and signs on a letter not. */
export const LETTERS_IN_LINE = 75;
/** Gap that is wider than a space and stands between two columns, as a part of the type size. */
const COLUMN_GAP = 0.6;

/** The lines that texts of a page were laid out in, each column by itself. */
function linesOf(items: readonly PlacedText[]): string[] {
  const lines: { text: string; end: number; y: number }[] = [];
  for (const { text, x, y, width, height } of items.toSorted((a, b) => Math.round(b.y) - Math.round(a.y) || a.x - b.x)) {
    const line = lines.at(-1);
    const gap = line && Math.abs(line.y - y) < 1 ? x - line.end : Number.POSITIVE_INFINITY;
    if (line && Math.abs(gap) < height * COLUMN_GAP)
      Object.assign(line, { text: `${line.text}${gap > 1 ? ' ' : ''}${text}`, end: x + width });
    else lines.push({ text, end: x + width, y });
  }
  return lines.map(({ text }) => asRead(text));
}

/** Lines with more letters than are read with ease, among texts of one page. */
export function longLines(items: readonly PlacedText[]): string[] {
  return linesOf(items).filter((line) => [...line.normalize('NFC').replace(/\p{M}/gu, '')].length > LETTERS_IN_LINE);
}

/** The texts that are not furniture: neither repeated on each page, nor above the first heading, nor the sources at the end. */
export function bodyOf({ pages }: ReadPdf): PlacedText[][] {
  return pages.map(({ items }, index) => {
    const first = index === 0 ? items.findIndex(({ tag }) => tag === 'H2') : 0;
    return items.slice(Math.max(first, 0)).filter(({ tag }) => tag !== '' && tag !== 'BibEntry');
  });
}

/** Texts that leave the page's margins, in words. */
export function outside(page: ReadPage): string[] {
  const margin = { left: 56.6, right: 45.3, top: 42.5, bottom: 40 };
  return page.items
    .filter(
      (item) =>
        item.x < margin.left - ROOM ||
        item.x + item.width > page.width - margin.right + ROOM ||
        item.y < margin.bottom ||
        item.y > page.height - margin.top + ROOM,
    )
    .map((item) => item.text);
}

/** Pairs of texts that are printed over each other. */
export function overlaps(page: ReadPage): string[] {
  const found: string[] = [];
  page.items.forEach((a, index) => {
    for (const b of page.items.slice(index + 1)) {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const along = Math.min(a.y + a.height * 0.7, b.y + b.height * 0.7) - Math.max(a.y, b.y);
      if (across > ROOM && along > ROOM) found.push(`${a.text} / ${b.text}`);
    }
  });
  return found;
}
