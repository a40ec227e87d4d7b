import type { PDFPageProxy } from 'pdfjs-dist';

/** A run of words on a page: where it stands, in points from the upper left corner. */
export interface WordRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The words of a page: as runs, and as text in reading order. */
export interface PageWords {
  items: WordRun[];
  text: string;
}

/** A page whose words nobody has read: the window knows single pages of a paper before it knows the whole. */
export const UNREAD: PageWords = { items: [], text: '' };

/** A box on a page, in points from the upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Reads the words of a page. */
export async function pageWords(page: PDFPageProxy): Promise<PageWords> {
  const { height: pageHeight } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items: WordRun[] = [];
  let text = '';
  for (const item of content.items) {
    if (!('str' in item)) continue;
    text += item.str + (item.hasEOL ? '\n' : '');
    if (item.str.trim() === '') continue;
    const [, , , , x = 0, baseline = 0] = item.transform as number[];
    items.push({ text: item.str, x, y: pageHeight - baseline - item.height, width: item.width, height: item.height });
  }
  return { items, text: text.trim() };
}

/** Words of the page's furniture are this far down, as a share of the page, and never framed. */
const FURNITURE = 0.93;
/** Larger letters than this, in points, are a mark drawn across the page. */
const LARGEST = 40;
/** A page whose words end above this, in points, has no furniture at its foot. */
const SHORT_PAGE = 400;
/** Room between the words and the frame, in points. */
const ROOM = 4;

/** Lines nearer to each other than this, in points, share a box. */
const LINE_GAP = 12;

function boxRound(runs: readonly WordRun[]): Box {
  const left = Math.min(...runs.map(({ x }) => x)) - ROOM;
  const top = Math.min(...runs.map(({ y }) => y)) - ROOM;
  const right = Math.max(...runs.map(({ x, width }) => x + width)) + ROOM;
  const bottom = Math.max(...runs.map(({ y, height }) => y + height)) + ROOM + 2;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Boxes round the words of a page that weren't anywhere on the paper before, one for each group of lines; none when all were. */
export function changedBoxes({ items }: PageWords, known: ReadonlySet<string>): Box[] {
  const lowest = Math.max(...items.map(({ y }) => y), 0);
  const fresh = items.filter(
    ({ text, y, height }) => !known.has(text) && height < LARGEST && (y < lowest * FURNITURE || lowest < SHORT_PAGE),
  );
  const groups: WordRun[][] = [];
  for (const run of fresh.sort((a, b) => a.y - b.y)) {
    const last = groups.at(-1);
    const bottom = last ? Math.max(...last.map(({ y, height }) => y + height)) : 0;
    if (last && run.y - bottom < LINE_GAP) last.push(run);
    else groups.push([run]);
  }
  return groups.map(boxRound);
}

export interface Compared {
  /** Each page of the paper. */
  words: readonly PageWords[];
  /** Each page of the paper before; null for the first one. */
  before: readonly PageWords[] | null;
  /** The only page that was read of this paper, from 1. */
  only?: number | undefined;
}

/**
 * Where a paper says what the one before didn't say anywhere, page by page. Of a page that wasn't read, now or before,
 * nobody can tell.
 */
export function changesOf({ words, before, only }: Compared): Box[][] {
  const known = new Set(before?.flatMap(({ items }) => items.map(({ text }) => text)));
  const isKnown = (index: number) => before !== null && before[index] !== UNREAD && (only === undefined || only === index + 1);
  return words.map((page, index) => (isKnown(index) ? changedBoxes(page, known) : []));
}
