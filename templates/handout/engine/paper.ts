import type { Glyph, GlyphPosition } from 'fontkit';
import PDFDocument, { type EmbeddedFont } from 'pdfkit';
import { wordAt } from './shapes.ts';
import { Tags } from './tags.ts';

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
const utf16Hex = (text: string) =>
  `FEFF${[...text].flatMap((letter) => Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index).toString(16).padStart(4, '0'))).join('')}`;
const SPACE = 0x20;
const LANGUAGES = [
  [/[\u0900-\u097f]/, 'hi-IN'],
  [/[A-Za-z]/, 'en-IN'],
] as const;

/** The language of a word by its script, where that isn't the document's own. */
function foreign(word: string, own: string): string | undefined {
  const found = LANGUAGES.find(([script]) => script.test(word))?.[1];
  return found === own ? undefined : found;
}

/** The text operators of one run: glyphs are collected into one array as long as they stand on the line. */
class TextWriter {
  readonly out: string[] = [];
  #array = '';
  #hex = '';

  add(code: string): void {
    this.#hex += code;
  }

  /** Moves the next glyph, in thousandths of the type size. */
  adjust(amount: number): void {
    this.#closeHex();
    this.#array += `${rounded(amount)} `;
  }

  operator(text: string): void {
    this.#flush();
    this.out.push(text);
  }

  #closeHex(): void {
    if (this.#hex !== '') this.#array += `<${this.#hex}> `;
    this.#hex = '';
  }

  #flush(): void {
    this.#closeHex();
    if (this.#array !== '') this.out.push(`[${this.#array.trimEnd()}] TJ`);
    this.#array = '';
  }
}

/**
 * A tagged PDF as the handout needs it: the structure in `tags`, and text that comes out of the file as it went in: each
 * complex word carries its own text, and its language where that isn't the document's.
 */
export class Paper extends PDFDocument {
  readonly tags: Tags;
  readonly #language: string;
  readonly #embedded = new Map<unknown, EmbeddedFont>();

  constructor(options: { title: string; language: string; creator: string; at: Date }) {
    const { title, language, creator, at } = options;
    super({
      compress: true,
      tagged: true,
      pdfVersion: '1.7',
      lang: language,
      displayTitle: true,
      autoFirstPage: false,
      info: { Title: title, Creator: creator, Producer: creator, CreationDate: at, ModificationDate: at },
    });
    this.#language = language;
    this.tags = new Tags(this);
  }

  /** Opens each font once; pdfkit would embed it anew at every change. */
  override font(source: unknown, family?: string | number | null, size?: number): this {
    const known = typeof source === 'object' ? this.#embedded.get(source) : undefined;
    const points = typeof family === 'number' ? family : size;
    if (!known) {
      super.font(source, family, size);
      if (typeof source === 'object') this.#embedded.set(source, this._font);
      return this;
    }
    this._fontSource = source;
    this._font = known;
    return points === undefined ? this : this.fontSize(points);
  }

  /**
   * Draws shaped glyphs at a place on the page: what the engine calls for each run of text. Positions are in points; the
   * engine's own way of drawing takes offsets for thousandths and puts vowel signs beside their place.
   */
  glyphs(glyphs: readonly Glyph[], positions: readonly GlyphPosition[], x: number, y: number): this {
    const { page, _font: font, _fontSize: size } = this;
    if (!page) throw new Error('Text is drawn before the first page.');
    page.fonts[font.id] ??= font.ref();
    const bottom = page.height - y;
    const writer = new TextWriter();
    const at = (left: number, up: number) => writer.operator(`1 0 0 1 ${rounded(left)} ${rounded(up)} Tm`);
    writer.operator(`q\n1 0 0 -1 0 ${rounded(page.height)} cm\nBT`);
    at(x, bottom);
    writer.operator(`/${font.id} ${rounded(size)} Tf`);
    let left = x;
    let offLine = false;
    let inWord = false;
    glyphs.forEach((glyph, index) => {
      const position = positions[index];
      if (!position) throw new Error('A glyph has no place.');
      const word = wordAt(glyph);
      if (inWord && (word !== undefined || glyph.codePoints[0] === SPACE)) {
        writer.operator('EMC');
        inWord = false;
      }
      if (word !== undefined) {
        writer.operator(this.#openWord(word));
        inWord = true;
      }
      const off = position.xOffset !== 0 || position.yOffset !== 0;
      if (off) at(left + position.xOffset, bottom + position.yOffset);
      else if (offLine) at(left, bottom);
      offLine = off;
      writer.add(codeOf(font, glyph));
      const adjust = (glyph.advanceWidth * 1000) / font.font.unitsPerEm - (position.xAdvance * 1000) / size;
      if (Math.abs(adjust) > 1e-6) writer.adjust(adjust);
      left += position.xAdvance;
    });
    writer.operator(inWord ? 'EMC\nET\nQ' : 'ET\nQ');
    this.addContent(writer.out.join('\n'));
    return this;
  }

  #openWord(word: string): string {
    const language = foreign(word, this.tags.language ?? this.#language);
    return `/Span <</ActualText <${utf16Hex(word.normalize('NFC'))}>${language ? ` /Lang (${language})` : ''}>> BDC`;
  }
}

/** The glyph's code in the document's subset, which grows by it. */
function codeOf(font: EmbeddedFont, glyph: Glyph): string {
  const id = font.subset.includeGlyph(glyph.id);
  font.widths[id] ??= glyph.advanceWidth * font.scale;
  font.unicode[id] ??= glyph.codePoints;
  return id.toString(16).padStart(4, '0');
}
