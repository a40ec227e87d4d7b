import { type Grey, greyPages } from '../support/greyPages.ts';

/** How far a printer may move a page, in points of 1/40 inch. */
const MOST_SHIFT = 4;
/** Ink is compared by squares of this many points, about an eighth of an inch: two programs draw edges differently. */
const SQUARE = 5;
const WHITE = 15;

/** Ink in each square of a picture, moved by x, y. */
function inkOf({ width, height, points }: Grey, x: number, y: number): Float64Array {
  const [columns, rows] = [Math.floor((width - 2 * MOST_SHIFT) / SQUARE), Math.floor((height - 2 * MOST_SHIFT) / SQUARE)];
  const ink = new Float64Array(columns * rows);
  for (let row = 0; row < rows * SQUARE; row++) {
    for (let column = 0; column < columns * SQUARE; column++) {
      const point = points[(row + MOST_SHIFT + y) * width + column + MOST_SHIFT + x] ?? WHITE;
      const square = Math.floor(row / SQUARE) * columns + Math.floor(column / SQUARE);
      ink[square] = (ink[square] ?? 0) + WHITE - point;
    }
  }
  return ink;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/**
 * How far the ink on the pages of two PDFs differs, as a part of all ink: 0: not at all; 1: as against empty pages. The
 * second may be moved by the few points that a printer's margins move a page. `Infinity` for a page too many or of another
 * size.
 */
export function pageDifference(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [greyPages(one), greyPages(other)];
  if (Math.abs(a.width - b.width) > 2 * MOST_SHIFT || Math.abs(a.height - b.height) > 2) return Number.POSITIVE_INFINITY;
  // Pages that are a point wider or narrower are cut to the same size.
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  const cut = (picture: Grey): Grey => {
    const points = new Uint8Array(width * height);
    for (let row = 0; row < height; row++)
      points.set(picture.points.subarray(row * picture.width, row * picture.width + width), row * width);
    return { width, height, points };
  };
  const [first, second] = [cut(a), cut(b)];
  const here = inkOf(first, 0, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let y = -MOST_SHIFT; y <= MOST_SHIFT; y++) {
    for (let x = -MOST_SHIFT; x <= MOST_SHIFT; x++) {
      const there = inkOf(second, x, y);
      least = Math.min(least, sum(here.map((ink, square) => Math.abs(ink - (there[square] ?? 0)))));
    }
  }
  return least / sum(here);
}
