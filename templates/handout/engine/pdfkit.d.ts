/** What the engine uses of pdfkit 0.20: its own types lack the marks and the structure. */
declare module 'pdfkit' {
  import type { Font } from 'fontkit';

  export interface StructureContent {
    readonly refs: readonly unknown[];
  }

  export interface StructureElement {
    add(child: StructureElement | StructureContent): StructureElement;
    end(): void;
  }

  export interface StructureOptions {
    alt?: string;
    lang?: string;
    /** Of a cell that heads its column or row. */
    scope?: 'Column' | 'Row';
  }

  /** A font as it is embedded in one document. */
  export interface EmbeddedFont {
    readonly id: string;
    readonly font: Font;
    readonly scale: number;
    readonly subset: { readonly glyphs: readonly number[]; includeGlyph(glyphId: number): number; encode(): Uint8Array };
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    ref(): unknown;
  }

  /** An object of the file, with what is written to its stream. */
  export interface Reference {
    buffer: Uint8Array[];
    /** The stream is compressed when the object ends. */
    compress: boolean;
    finalize(): void;
  }

  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
    readonly page: { height: number; fonts: Record<string, unknown>; write(content: Uint8Array): void } | null;
    /** From a point of the drawing to one of the page. */
    readonly _ctm: [number, number, number, number, number, number];
    /** Bytes written so far. */
    _offset: number;
    _write(data: string | Uint8Array): void;
    push(end: null): boolean;
    ref(data?: object): Reference;
    flushPages(): void;
    translate(x: number, y: number): this;
    end(): void;
    _font: EmbeddedFont;
    /** Those that are embedded. */
    readonly _fontFamilies: Readonly<Record<string, EmbeddedFont>>;
    _fontSize: number;
    _fontSource: unknown;
    font(source: unknown, family?: string | number | null, size?: number): this;
    fontSize(size: number): this;
    addContent(content: string): this;
    /** @param path as SVG writes it */
    path(path: string): this;
    markContent(tag: string, options?: { type?: 'Layout' | 'Pagination' }): this;
    markStructureContent(tag: string): StructureContent;
    endMarkedContent(): this;
    struct(type: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
  }
}
