import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { launchOptions } from '../../test/support/chromium.ts';
import { contentOf } from './content.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function htmlOf(model: HandoutModel): string {
  const row = (cells: readonly (string | boolean)[]) =>
    `<table><tr>${cells.map((cell) => `<td>${cell === true ? '☐' : cell === false ? '' : escaped(cell)}</td>`).join('')}</tr></table>`;
  return contentOf(model)
    .map((part) => {
      if ('title' in part) return `<h2>${escaped(part.title)}</h2>`;
      return 'line' in part ? `<p>${escaped(part.line)}</p>` : row('cells' in part ? part.cells : part.boxes);
    })
    .join('');
}

/** The same handout as a page of a browser that is running already, its fonts loaded, printed to a tagged PDF. */
export async function chromiumPeer(fontsDir: string): Promise<{ render(model: HandoutModel): Promise<Buffer>; close(): Promise<void> }> {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  const face = (family: string, file: string, weight: number) =>
    `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(join(fontsDir, file)).toString('base64')})}`;
  const faces = ['NotoSans', 'Mukta'].flatMap((name) => [face(name, `${name}-Regular.ttf`, 400), face(name, `${name}-Bold.ttf`, 700)]);
  const styles = 'body{font:12pt/1.4 NotoSans,Mukta}table{width:100%;font-size:11pt;border-bottom:1px solid}p,h2{margin:2pt 0}';
  await page.setContent(`<style>${faces.join('')}${styles}</style><body></body>`);
  return {
    async render(model) {
      await page.evaluate(`document.body.innerHTML = ${JSON.stringify(htmlOf(model))}; document.fonts.ready.then(() => undefined)`);
      return page.pdf({
        format: 'A4',
        tagged: true,
        printBackground: true,
        margin: { top: '15mm', bottom: '15mm', left: '20mm', right: '16mm' },
      });
    },
    close: () => browser.close(),
  };
}
