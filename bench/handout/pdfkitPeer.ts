import { join } from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { contentOf, furnitureOf } from './content.ts';

const MARGIN = 57;
const WIDTH = 482;
const BOTTOM = 755;
/** Top of the lines at the head and at the foot. */
const HEAD = 28;
const FOOT = 760;
const FILES = { en: 'NotoSans', hi: 'Mukta' } as const;

/**
 * The same handout by hand with pdfkit: its texts and tables, head and foot on each page, without tags, bookmarks or a text
 * for each complex word; fonts are opened once.
 */
export function pdfkitPeer(fontsDir: string): (model: HandoutModel) => Promise<Buffer> {
  const opened = new Map(
    Object.entries(FILES).map(([language, file]) => [
      language,
      { regular: openSync(join(fontsDir, `${file}-Regular.ttf`)), bold: openSync(join(fontsDir, `${file}-Bold.ttf`)) },
    ]),
  );
  return (model) =>
    new Promise((resolve) => {
      const fonts = opened.get(model.language);
      if (!fonts) throw new Error(`No font for ${model.language}.`);
      const doc = new PDFDocument({ size: 'A4', margin: MARGIN, compress: true, bufferPages: true, font: null });
      // By a name: pdfkit would open a font anew at each change.
      doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
      const chunks: Uint8Array[] = [];
      doc.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      const room = (height: number) => {
        if (doc.y + height > BOTTOM) doc.addPage();
        return doc.y;
      };
      for (const part of contentOf(model)) {
        if ('title' in part) {
          doc.font('bold').fontSize(15);
          doc.text(part.title, MARGIN, room(40), { width: WIDTH });
        } else if ('line' in part) {
          doc.font('regular').fontSize(model.language === 'hi' ? 13 : 12);
          doc.text(part.line, MARGIN, room(doc.heightOfString(part.line, { width: WIDTH })), { width: WIDTH });
        } else {
          doc.font('regular').fontSize(11);
          const cells = 'cells' in part ? part.cells : part.boxes;
          const width = WIDTH / Math.max(1, cells.length);
          const height = Math.max(16, ...cells.map((cell) => (typeof cell === 'string' ? doc.heightOfString(cell, { width }) : 0)));
          const y = room(height);
          cells.forEach((cell, index) => {
            if (cell === true) doc.rect(MARGIN + index * width, y + 3, 10, 10).stroke();
            else if (typeof cell === 'string' && cell !== '') doc.text(cell, MARGIN + index * width, y, { width: width - 4 });
          });
          doc
            .moveTo(MARGIN, y + height)
            .lineTo(MARGIN + WIDTH, y + height)
            .stroke();
          doc.y = y + height + 2;
        }
      }
      const { head, foot } = furnitureOf(model);
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page);
        doc.font('regular').fontSize(10);
        head.forEach((line, index) => {
          doc.text(line, MARGIN, HEAD + index * 13, { width: WIDTH });
        });
        doc.text(foot(String(page + 1), String(count)), MARGIN, FOOT, { width: WIDTH });
      }
      doc.end();
    });
}
