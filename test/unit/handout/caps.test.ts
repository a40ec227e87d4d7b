import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { asRead, outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { type ReadPdf, readPdf } from '../../../electron/cli/check/readPdf.ts';
import { blockOf } from '../../support/blocks.ts';
import { atCaps } from '../../support/capsVisit.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
beforeAll(async () => {
  // What it takes is the benchmark's affair: on a busy machine it takes long.
  renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
  shipped = await shippedPaper();
}, 60_000);
afterAll(() => renderer.close());

/** Words as they are written, with many wide letters among them. */
const PROSE = 'We know how many embryos moved with warm women’s milk, when mum may swim home, and Monday mornings mostly work. ';
/** Words of normal length of nothing but the widest letters. */
const WIDEST = 'WMWM MWWMWMW WMMW WMWMWMWM MW ';
const UNBROKEN = 'W';
const HINDI = 'क्षत्रिय महत्त्वपूर्ण स्त्रीरोग विशेषज्ञ ';

async function read(model: HandoutModel): Promise<ReadPdf> {
  const pdf = await readPdf((await renderer.render(model)).pdf);
  for (const page of pdf.pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
  return pdf;
}

/** On which page, from 1, each of these texts stands; 0 for one that is nowhere. */
function pagesWith(pdf: ReadPdf, texts: readonly string[]): number[] {
  return texts.map((text) => pdf.pages.findIndex((page) => page.text.includes(asRead(text))) + 1);
}

function redFlagTexts(model: HandoutModel): string[] {
  const { signs, call, emergency, show } = blockOf(model, 'redFlags');
  return [...signs, call, emergency, show];
}

const PAPERS = ['A4', 'Letter'] as const;
const WITH_DOSE = ['start', 'stop'] as const;
const each = PAPERS.flatMap((paper) => WITH_DOSE.map((decision) => [paper, decision] as const));

test('with every field at its cap in words as they are written, dose and red flags stand on page 1', async () => {
  const model = shipped.modelOf(atCaps(shipped.sample, PROSE, 'A4', 'start'));
  const pdf = await read(model);
  const { medicine, sum, rows } = blockOf(model, 'plan');
  expect(new Set(pagesWith(pdf, [medicine ?? '', sum ?? '', ...redFlagTexts(model)]))).toEqual(new Set([1]));
  for (const { text } of rows) expect([1, 2]).toContain(pagesWith(pdf, [text])[0]);
});

describe.each([
  ['in words as they are written', PROSE],
  ['in the widest letters', WIDEST],
])('with every field at its cap, %s', (_name, words) => {
  test.each(each)('the dose is on page 1 and the red flags are whole, there or where it says (%s, %s)', async (paper, decision) => {
    const model = shipped.modelOf(atCaps(shipped.sample, words, paper, decision));
    const pdf = await read(model);
    const { medicine, sum } = blockOf(model, 'plan');
    const [place, ...others] = new Set(pagesWith(pdf, redFlagTexts(model)));
    expect(others).toEqual([]);
    expect([1, 2]).toContain(place);
    expect(pagesWith(pdf, [medicine ?? '', sum ?? ''])).toEqual([1, 1]);
    const pointer = asRead(blockOf(model, 'redFlags').elsewhere ?? '');
    expect(pdf.pages[0]?.text.includes(pointer)).toBe(place === 2);
  });
});

test.each([
  ['without a space', UNBROKEN],
  ['in Hindi', HINDI],
])('with every field at its cap, %s, the paper is laid out, never refused', async (_name, words) => {
  for (const [paper, decision] of each) {
    const rendered = await renderer.render(shipped.modelOf(atCaps(shipped.sample, words, paper, decision)));
    expect(rendered.pages).toBeGreaterThan(1);
  }
});
