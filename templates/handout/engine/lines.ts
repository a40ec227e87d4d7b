import type { Glyph, GlyphPosition } from 'fontkit';
import type { EmbeddedFont } from 'pdfkit';
import { wordAt } from './shapes.ts';

/** A line of text as the engine lays it out; places in points, from the top left of its text. */
export interface Line {
  readonly box: { readonly x: number; readonly y: number };
  readonly ascent?: number;
  readonly runs: readonly LineRun[];
  readonly decorationLines?: readonly unknown[];
}

interface LineRun {
  readonly glyphs?: readonly Glyph[];
  readonly positions?: readonly GlyphPosition[];
  readonly xAdvance?: number;
  readonly attributes: {
    readonly font?: readonly unknown[];
    readonly fontSize: number;
    readonly color?: string;
    readonly opacity?: number | null;
    readonly link?: unknown;
    readonly attachment?: unknown;
    readonly backgroundColor?: unknown;
  };
}

/** A colour as the engine reads it: `#RRGGBB`, and how much it covers. */
export type ColorOf = (color: string | undefined) => { readonly value: string; readonly opacity: number };

/** What a line is drawn with besides itself: the document's fonts, and how a complex word is opened in the language there. */
export interface Pen {
  fontOf(source: unknown): EmbeddedFont;
  openWord(word: string): string;
  colorOf: ColorOf;
}

/** A font of the line: its glyphs as they come first, and the code that each of them has in the document. */
interface UsedFont {
  readonly source: unknown;
  readonly id: string;
  readonly glyphs: Glyph[];
  readonly codes: number[];
}

/** The operators of a line, and the codes in them. */
export interface DrawnLine {
  readonly text: string;
  readonly fonts: readonly UsedFont[];
}

const SPACE = 0x20;

export const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** The glyph's code in the document's subset, which grows by it. */
function codeOf(font: EmbeddedFont, glyph: Glyph): number {
  const code = font.subset.includeGlyph(glyph.id);
  font.widths[code] ??= glyph.advanceWidth * font.scale;
  font.unicode[code] ??= glyph.codePoints;
  return code;
}

/**
 * Whether the line would be drawn with the same operators in this document. Its glyphs enter the document as they would
 * if it were drawn, so that what follows has the same codes either way.
 */
export function isSameIn(pen: Pen, { fonts }: DrawnLine): boolean {
  return fonts.every(({ source, id, glyphs, codes }) => {
    const font = pen.fontOf(source);
    return font.id === id && glyphs.every((glyph, index) => codeOf(font, glyph) === codes[index]);
  });
}

/** Text operators: glyphs are collected into one array as long as they stand on the line. */
class Operators {
  readonly #out: string[] = ['BT'];
  #array = '';
  #hex = '';

  glyph(hex: string): void {
    this.#hex += hex;
  }

  /** Moves the next glyph, in thousandths of the type size. */
  adjust(amount: number): void {
    this.#closeHex();
    this.#array += `${rounded(amount)} `;
  }

  add(operator: string): void {
    this.#closeArray();
    this.#out.push(operator);
  }

  whole(): string {
    this.add('ET');
    return this.#out.join('\n');
  }

  #closeHex(): void {
    if (this.#hex !== '') this.#array += `<${this.#hex}> `;
    this.#hex = '';
  }

  #closeArray(): void {
    this.#closeHex();
    if (this.#array !== '') this.#out.push(`[${this.#array.trimEnd()}] TJ`);
    this.#array = '';
  }
}

function fillOf(colorOf: ColorOf, { color, opacity }: LineRun['attributes']): string {
  const { value, opacity: own } = colorOf(color);
  if ((opacity ?? own) !== 1 || value.length !== 7) throw new Error('Text is drawn in plain colours only.');
  return `${[1, 3, 5].map((at) => rounded(Number.parseInt(value.slice(at, at + 2), 16) / 255)).join(' ')} rg`;
}

/**
 * Draws a line in the place of the engine, whose own way takes offsets for thousandths and puts vowel signs beside their
 * place. Each complex word carries its text.
 */
export function drawLine(pen: Pen, { box, ascent = 0, runs, decorationLines }: Line): DrawnLine {
  if (decorationLines?.length) throw new Error('Lines under text are not drawn.');
  const operators = new Operators();
  const fonts: UsedFont[] = [];
  const base = box.y + ascent;
  const at = (x: number, y: number) => operators.add(`1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`);
  let left = box.x;
  let filled = '';
  for (const { glyphs, positions, xAdvance = 0, attributes } of runs) {
    const { font: [source] = [], fontSize, link, attachment, backgroundColor } = attributes;
    if (!glyphs || !positions || !source) continue;
    if (link || attachment || backgroundColor) throw new Error('Links, pictures and backgrounds are not drawn in a line of text.');
    const font = pen.fontOf(source);
    const used = usedFont(fonts, source, font);
    const fill = fillOf(pen.colorOf, attributes);
    if (fill !== filled) operators.add(fill);
    filled = fill;
    operators.add(`/${font.id} ${rounded(fontSize)} Tf`);
    at(left, base);
    drawRun(operators, { glyphs, positions, left, base, fontSize, font, used, pen, at });
    left += xAdvance;
  }
  return { text: operators.whole(), fonts };
}

function usedFont(fonts: UsedFont[], source: unknown, { id }: EmbeddedFont): UsedFont {
  const known = fonts.find((used) => used.source === source);
  const used = known ?? { source, id, glyphs: [], codes: [] };
  if (!known) fonts.push(used);
  return used;
}

interface Run {
  glyphs: readonly Glyph[];
  positions: readonly GlyphPosition[];
  left: number;
  base: number;
  fontSize: number;
  font: EmbeddedFont;
  used: UsedFont;
  pen: Pen;
  at: (x: number, y: number) => void;
}

function drawRun(operators: Operators, { glyphs, positions, left, base, fontSize, font, used, pen, at }: Run): void {
  let x = left;
  let offLine = false;
  let inWord = false;
  glyphs.forEach((glyph, index) => {
    const position = positions[index];
    if (!position) throw new Error('A glyph has no place.');
    const word = wordAt(glyph);
    if (inWord && (word !== undefined || glyph.codePoints[0] === SPACE)) {
      operators.add('EMC');
      inWord = false;
    }
    if (word !== undefined) {
      operators.add(pen.openWord(word));
      inWord = true;
    }
    const off = position.xOffset !== 0 || position.yOffset !== 0;
    if (off) at(x + position.xOffset, base - position.yOffset);
    else if (offLine) at(x, base);
    offLine = off;
    const code = codeOf(font, glyph);
    if (!used.codes.includes(code)) {
      used.glyphs.push(glyph);
      used.codes.push(code);
    }
    operators.glyph(code.toString(16).padStart(4, '0'));
    const adjust = (glyph.advanceWidth * 1000) / font.font.unitsPerEm - (position.xAdvance * 1000) / fontSize;
    if (Math.abs(adjust) > 1e-6) operators.adjust(adjust);
    x += position.xAdvance;
  });
  if (inWord) operators.add('EMC');
}
