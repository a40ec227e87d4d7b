import PDFDocument, { type EmbeddedFont, type Reference } from 'pdfkit';
import { type ColorOf, type DrawnLine, drawLine, isSameIn, type Line, type Pen, rounded } from './lines.ts';
import { endWithKept } from './streams.ts';
import { keepSubset } from './subsets.ts';
import { Tags } from './tags.ts';

const utf16Hex = (text: string) =>
  `FEFF${[...text].flatMap((letter) => Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index).toString(16).padStart(4, '0'))).join('')}`;
const LANGUAGES = [
  [/[\u0900-\u097f]/, 'hi-IN'],
  [/[A-Za-z]/, 'en-IN'],
] as const;

/** The language of a word by its script, where that isn't the document's own. */
function foreign(word: string, own: string): string | undefined {
  const found = LANGUAGES.find(([script]) => script.test(word))?.[1];
  return found === own ? undefined : found;
}

/** How a complex word is opened, by the language around it: most are words of the topic. */
const OPENED = new Map<string, Map<string, string>>();
const WORDS_KEPT = 4_000;

/** The operators of outlines: of icons, and of letters across a page. */
const outlines = new Map<string, string>();
const OUTLINES_KEPT = 200;

/** A file as it is written: bytes, and then text that has no bytes yet. */
class File {
  readonly #bytes: Uint8Array[] = [];
  #text = '';

  /** Gives how many bytes were added; a text is a line. */
  add(data: string | Uint8Array): number {
    if (typeof data === 'string') {
      this.#text += `${data}\n`;
      return data.length + 1;
    }
    this.#toBytes();
    this.#bytes.push(data);
    return data.length;
  }

  whole(): Uint8Array<ArrayBuffer> {
    this.#toBytes();
    return new Uint8Array(Buffer.concat(this.#bytes));
  }

  #toBytes(): void {
    if (this.#text !== '') this.#bytes.push(Buffer.from(this.#text, 'latin1'));
    this.#text = '';
  }
}

/** By its paper and not in it: pdfkit writes the first line of a file before it can hold anything. */
const files = new WeakMap<Paper, File>();

function fileOf(paper: Paper): File {
  const file = files.get(paper) ?? new File();
  files.set(paper, file);
  return file;
}

/** Lines as they were drawn last, with the language around them: most stand on the next paper too. */
const drawnLines = new WeakMap<Line, DrawnLine & { language: string }>();

/**
 * A tagged PDF as the handout needs it: the structure in `tags`, and text that comes out of the file as it went in: each
 * complex word carries its own text, and its language where that isn't the document's.
 */
export class Paper extends PDFDocument {
  readonly tags: Tags;
  readonly #language: string;
  readonly #embedded = new Map<unknown, EmbeddedFont>();
  /** Drawn on the page and not handed to it. */
  #content = '';

  constructor(options: { title: string; language: string; creator: string; at: Date }) {
    const { title, language, creator, at } = options;
    super({
      compress: true,
      tagged: true,
      pdfVersion: '1.7',
      lang: language,
      displayTitle: true,
      autoFirstPage: false,
      // Else it reads Helvetica, which nothing here is set in.
      font: null,
      info: { Title: title, Creator: creator, Producer: creator, CreationDate: at, ModificationDate: at },
    });
    this.#language = language;
    this.tags = new Tags(this);
  }

  /** The file, once its end is written. */
  file(): Uint8Array<ArrayBuffer> {
    return fileOf(this).whole();
  }

  /** Collects what is drawn: pdfkit would make bytes of every operator by itself. */
  override addContent(content: string): this {
    this.#content += `${content}\n`;
    return this;
  }

  override flushPages(): void {
    // pdfkit ends a page, the only one that is open, before it begins the next.
    this.page?.write(Buffer.from(this.#content, 'latin1'));
    this.#content = '';
    super.flushPages();
  }

  /** Collects the file: it isn't streamed, and pdfkit would hand it on object by object. */
  override _write(data: string | Uint8Array): void {
    this._offset += fileOf(this).add(data);
  }

  override ref(data?: object): Reference {
    return Object.assign(super.ref(data), { finalize: endWithKept });
  }

  /** Draws an outline; what is drawn of each is worked out once. */
  override path(path: string): this {
    let operators = outlines.get(path);
    if (operators === undefined) {
      const before = this.#content;
      this.#content = '';
      super.path(path);
      operators = this.#content.slice(0, -1);
      this.#content = before;
      if (outlines.size >= OUTLINES_KEPT) outlines.clear();
      outlines.set(path, operators);
    }
    return this.addContent(operators);
  }

  override translate(x: number, y: number): this {
    if (x === 0 && y === 0) return this;
    const ctm = this._ctm;
    const [across, right, down, up] = ctm;
    ctm[4] += across * x + down * y;
    ctm[5] += right * x + up * y;
    return this.addContent(`1 0 0 1 ${rounded(x)} ${rounded(y)} cm`);
  }

  /** Opens each font once; pdfkit would embed it anew at every change. */
  override font(source: unknown, family?: string | number | null, size?: number): this {
    const known = typeof source === 'object' ? this.#embedded.get(source) : undefined;
    const points = typeof family === 'number' ? family : size;
    if (!known) {
      super.font(source, family, size);
      if (typeof source === 'object') {
        this.#embedded.set(source, this._font);
        keepSubset(this._font);
      }
      return this;
    }
    this._fontSource = source;
    this._font = known;
    return points === undefined ? this : this.fontSize(points);
  }

  /** Draws a line of text: what the engine calls for each. */
  line(line: Line, colorOf: ColorOf): this {
    const language = this.tags.language ?? this.#language;
    const pen: Pen = { colorOf, fontOf: (source) => this.#fontOf(source), openWord: (word) => this.#openWord(word, language) };
    let drawn = drawnLines.get(line);
    if (drawn?.language !== language || !isSameIn(pen, drawn)) {
      drawn = { ...drawLine(pen, line), language };
      drawnLines.set(line, drawn);
    }
    return this.addContent(drawn.text);
  }

  /** The font as it is embedded here, known to the page. */
  #fontOf(source: unknown): EmbeddedFont {
    if (!this.page) throw new Error('Text is drawn before the first page.');
    this.font(source);
    const font = this._font;
    this.page.fonts[font.id] ??= font.ref();
    return font;
  }

  #openWord(word: string, own: string): string {
    const known = OPENED.get(own)?.get(word);
    if (known !== undefined) return known;
    const language = foreign(word, own);
    const opened = `/Span <</ActualText <${utf16Hex(word.normalize('NFC'))}>${language ? ` /Lang (${language})` : ''}>> BDC`;
    const words = OPENED.get(own) ?? new Map<string, string>();
    if (words.size >= WORDS_KEPT) words.clear();
    OPENED.set(own, words.set(word, opened));
    return opened;
  }
}
