import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withPdf } from './pdfjs.ts';

/** How the letters of a paper are printed. */
export interface Inks {
  /** Each colour of letters on its ground, as `#rrggbb`, once. */
  letters: { ink: string; ground: string }[];
  fonts: { name: string; embedded: boolean }[];
  /** Letters for which a font has no glyph. */
  missing: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  colour: string;
}

type Matrix = readonly [number, number, number, number, number, number];
const WHITE = '#ffffff';
/** Numbers in the path of a box with round corners; what has more is an outline, not a ground to write on. */
const SIMPLE_PATH = 80;

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}
const place = (m: Matrix, x: number, y: number) => ({ x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] });
const matrixOf = (list: ArrayLike<number>): Matrix => [0, 1, 2, 3, 4, 5].map((index) => list[index] ?? 0) as unknown as Matrix;

function boxOf(matrix: Matrix, extent: ArrayLike<number>, colour: string): Box {
  const a = place(matrix, extent[0] ?? 0, extent[1] ?? 0);
  const b = place(matrix, extent[2] ?? 0, extent[3] ?? 0);
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.max(a.y, b.y),
    bottom: Math.min(a.y, b.y),
    colour,
  };
}

/** Follows the drawing of a page: which colour lies under each run of letters. */
async function readPage(page: PDFPageProxy, found: Map<string, { ink: string; ground: string }>): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const filled: Box[] = [];
  const stack: { matrix: Matrix; ink: string }[] = [];
  let state: { matrix: Matrix; ink: string } = { matrix: [1, 0, 0, 1, 0, 0], ink: '#000000' };
  let text: Matrix = state.matrix;
  let missing = 0;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.save) stack.push(state);
    else if (operator === OPS.restore) state = stack.pop() ?? state;
    else if (operator === OPS.transform) state = { ...state, matrix: times(state.matrix, matrixOf(args)) };
    else if (operator === OPS.setFillRGBColor) state = { ...state, ink: String(args[0]) };
    else if (operator === OPS.setTextMatrix) text = matrixOf(args[0]);
    else if (operator === OPS.constructPath) {
      const [how, [path], extent] = args;
      const fills = how === OPS.fill || how === OPS.eoFill || how === OPS.fillStroke || how === OPS.eoFillStroke;
      if (fills && extent && (path?.length ?? 0) <= SIMPLE_PATH) filled.push(boxOf(state.matrix, extent, state.ink));
    } else if (operator === OPS.showText) {
      const glyphs = (args[0] as (number | { originalCharCode: number; unicode: string })[]).filter((glyph) => typeof glyph === 'object');
      missing += glyphs.filter(({ originalCharCode }) => originalCharCode === 0).length;
      if (glyphs.every(({ unicode }) => unicode.trim() === '')) return;
      const at = place(times(state.matrix, text), 0, 0);
      const under = filled.findLast(({ left, right, top, bottom }) => at.x >= left && at.x <= right && at.y >= bottom && at.y <= top);
      const letters = { ink: state.ink, ground: under?.colour ?? WHITE };
      found.set(`${letters.ink} ${letters.ground}`, letters);
    }
  });
  return missing;
}

/** Reads from a PDF how its letters are printed: colours, fonts, and letters without a glyph. */
export function inksOf(bytes: Uint8Array): Promise<Inks> {
  return withPdf(bytes, async (pdf) => {
    const found = new Map<string, { ink: string; ground: string }>();
    const fonts = new Map<string, boolean>();
    let missing = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      missing += await readPage(page, found);
      const { styles } = await page.getTextContent();
      for (const id of Object.keys(styles)) {
        const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean; data?: Uint8Array };
        fonts.set(font.name, font.missingFile !== true && font.data !== undefined);
      }
    }
    return { letters: [...found.values()], fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })), missing };
  });
}

/** Contrast of two colours, 1 to 21, as WCAG reckons it. */
export function contrastOf(a: string, b: string): number {
  const light = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [lighter, darker] = [light(a), light(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}
