import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { launchOptions } from '../../test/support/chromium.ts';
import { contentOf, furnitureOf } from './content.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function htmlOf(model: HandoutModel): string {
  const row = (cells: readonly (string | boolean)[]) =>
    `<tr>${cells.map((cell) => `<td>${cell === true ? '☐' : cell === false ? '' : escaped(cell)}</td>`).join('')}</tr>`;
  let html = '';
  let inTable = false;
  for (const part of contentOf(model)) {
    const isRow = !('title' in part || 'line' in part);
    // Rows that follow each other are one table, as on the paper.
    if (isRow !== inTable) html += isRow ? '<table>' : '</table>';
    inTable = isRow;
    if ('title' in part) html += `<h2>${escaped(part.title)}</h2>`;
    else if ('line' in part) html += `<p>${escaped(part.line)}</p>`;
    else html += row('cells' in part ? part.cells : part.boxes);
  }
  return inTable ? `${html}</table>` : html;
}

/** Head and foot, which Chromium lays out as pages of their own, in the fonts of the system. */
function furniture(model: HandoutModel): { headerTemplate: string; footerTemplate: string } {
  const { head, foot } = furnitureOf(model);
  const lines = (content: string) => `<div style="font-size:10pt;width:100%;padding:0 16mm 0 20mm">${content}</div>`;
  return {
    headerTemplate: lines(head.map(escaped).join('<br>')),
    footerTemplate: lines(foot('<span class="pageNumber"></span>', '<span class="totalPages"></span>')),
  };
}

/** The same handout as a page of a browser that is running already, its fonts loaded, printed to a tagged PDF with bookmarks. */
export async function chromiumPeer(fontsDir: string): Promise<{ render(model: HandoutModel): Promise<Buffer>; close(): Promise<void> }> {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  const face = (family: string, file: string, weight: number) =>
    `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(join(fontsDir, file)).toString('base64')})}`;
  const faces = ['NotoSans', 'Mukta'].flatMap((name) => [face(name, `${name}-Regular.ttf`, 400), face(name, `${name}-Bold.ttf`, 700)]);
  const styles =
    'body{font:12pt/1.4 NotoSans,Mukta}table{width:100%;font-size:11pt;border-collapse:collapse}tr{border-bottom:1px solid}p,h2{margin:2pt 0}';
  await page.setContent(`<style>${faces.join('')}${styles}</style><body></body>`);
  return {
    async render(model) {
      await page.evaluate(`document.body.innerHTML = ${JSON.stringify(htmlOf(model))}; document.fonts.ready.then(() => undefined)`);
      return page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        ...furniture(model),
        printBackground: true,
        margin: { top: '22mm', bottom: '22mm', left: '20mm', right: '16mm' },
      });
    },
    close: () => browser.close(),
  };
}
