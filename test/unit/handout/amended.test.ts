import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { changedWords, replacesNote } from '#core/domain/amendment.ts';
import { PRINTED_FACTS, type PrintedFact } from '#core/domain/printedFacts.ts';
import { asRead, outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { blockOf } from '../../support/blocks.ts';
import { atCaps } from '../../support/capsVisit.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';
import { englishLabels } from '../../support/smallVisit.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
  shipped = await shippedPaper();
}, 60_000);
afterAll(() => renderer.close());

const PROSE = 'We know how many embryos moved with warm women’s milk, when mum may swim home, and Monday mornings mostly work. ';
const noteOn = (facts: readonly PrintedFact[]) =>
  replacesNote({ date: '05-Dec-2026', version: '1, 2', sameDay: true, changed: changedWords(facts, englishLabels) }, englishLabels);

test('the example with the note of a moved transfer holds blocks 1 to 5 on page 1', async () => {
  const model = { ...shipped.modelOf(shipped.sample), replaces: noteOn(['transfer', 'firstDay', 'lastDay', 'days']) };
  const { pages } = await readPdf((await renderer.render(model)).pdf);
  const [first] = pages;
  const { signs, show } = blockOf(model, 'redFlags');
  const { medicine, sum } = blockOf(model, 'plan');
  for (const text of [
    model.band.name,
    model.identity.name,
    noteOn(['transfer', 'firstDay', 'lastDay', 'days']),
    medicine ?? '',
    sum ?? '',
    ...signs,
    show,
  ])
    expect(first?.text).toContain(asRead(text));
});

test.each(['A4', 'Letter'] as const)(
  'with every field at its cap and everything changed, the note stands on page 1 (%s)',
  async (paper) => {
    const model = { ...shipped.modelOf(atCaps(shipped.sample, PROSE, paper, 'start')), replaces: noteOn(PRINTED_FACTS) };
    const { pages } = await readPdf((await renderer.render(model)).pdf);
    for (const page of pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
    expect(pages[0]?.text).toContain(asRead(noteOn(PRINTED_FACTS)));
    expect(pages[0]?.text).toContain(asRead(blockOf(model, 'plan').sum ?? ''));
    expect(pages.slice(1).some((page) => page.text.includes('Throw that away'))).toBe(false);
  },
);
