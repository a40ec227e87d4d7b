import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import type { ReadPage } from './readPdf.ts';

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
