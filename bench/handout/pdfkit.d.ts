/** What the bare peer uses of pdfkit. */
declare module 'pdfkit' {
  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
    y: number;
    font(source: unknown): this;
    fontSize(points: number): this;
    text(text: string, x: number, y?: number, options?: { width?: number }): this;
    heightOfString(text: string, options: { width: number }): number;
    addPage(): this;
    registerFont(name: string, source: unknown): this;
    bufferedPageRange(): { count: number };
    switchToPage(index: number): unknown;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    end(): void;
  }
}
