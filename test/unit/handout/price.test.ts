import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { asRead, outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { blockOf } from '../../support/blocks.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
beforeAll(async () => {
  [renderer, shipped] = [createPdfRenderer(await builtPdfWorker()), await shippedPaper()];
});
afterAll(() => renderer.close());

test.each([
  ['en', undefined],
  ['hi', undefined],
  ['hi', true],
] as const)(
  'the highest price in %s (large print: %s) stands on the paper with its sign, in its own column',
  async (language, largePrint) => {
    const { topic, program } = shipped.sample.answers;
    const price = { strip: 99999.95, inAll: 1_000_000, date: '2026-12-05' };
    const answers = { topic, program: { ...program, language, price, ...(largePrint ? { largePrint } : {}) } };
    const model = shipped.modelOf({ ...shipped.sample, answers });
    const { pdf } = await renderer.render({ ...model, calendar: [], explain: [blockOf(model, 'options')] });
    if (process.env.CONSULTLEAF_SAVE_PAGES) writeFileSync(`${process.env.CONSULTLEAF_SAVE_PAGES}-${language}-${largePrint ?? ''}.pdf`, pdf);
    const { pages } = await readPdf(pdf);
    for (const page of pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
    const text = pages.map((page) => page.text).join(' ');
    for (const amount of ['₹\u00a099,999.95', '₹\u00a010,00,000']) expect(text).toContain(asRead(amount));
  },
);
