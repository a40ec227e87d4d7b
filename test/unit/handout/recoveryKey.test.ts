import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
}, 60_000);
afterAll(() => renderer.close());

const GROUPS = ['7QK2M', '00000', 'X4VBD', 'HJ6RT', '9ZC1P', '00000', 'GWE5N', 'S8YA3'];

test('the recovery key is one page: whose it is, the groups in their order and number, and who can open what with it', async () => {
  const { pdf, pages } = await renderer.renderRecoveryKey({
    clinicName: 'Lakeside Fertility, पुणे',
    madeOn: '05-Dec-2026',
    groups: GROUPS,
  });
  expect(pages).toBe(1);
  const paper = await readPdf(pdf);
  expect(paper.pages).toHaveLength(1);
  const [{ text, items }] = paper.pages as [(typeof paper.pages)[number]];
  expect(text).toContain('Lakeside Fertility');
  expect(text).toContain('Made on 05-Dec-2026');
  expect(text).toContain('Anyone who has this page can open the records.');
  expect(text).toMatch(/Where to keep it/);
  const large = items.filter(({ height, text: words }) => height >= 20 && /^[0-9A-Z]{5}$/.test(words)).map(({ text: words }) => words);
  expect(large).toEqual(GROUPS);
  // A file's name and its metadata travel further than its pages: the key is in neither.
  expect(`${paper.title} ${paper.bookmarks.join(' ')}`).not.toMatch(/7QK2M/);
});

test('a clinic with the longest name still gets one page', async () => {
  const { pdf } = await renderer.renderRecoveryKey({ clinicName: `${'Lakeside '.repeat(6)}Clinic`, madeOn: '05-Dec-2026', groups: GROUPS });
  expect((await readPdf(pdf)).pages).toHaveLength(1);
});
