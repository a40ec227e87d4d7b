import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { asRead, outside, overlaps, standsIn, textsOnPaper } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { structureText } from '../../../electron/cli/check/sections.ts';
import { structureOf } from '../../../electron/cli/check/structureOf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { redFlags, sampleModel } from '../../support/sampleModel.ts';
import { shippedPack } from '../../support/shippedPacks.ts';
import { smallTopic, smallVisit, withAnswers } from '../../support/smallVisit.ts';

const textDir = join(import.meta.dirname, '../../../templates/handout/text');
const pack = await shippedPack('tacrolimus-fertility');
// What it takes is the benchmark’s affair: on a busy machine it takes long.
const renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
afterAll(() => renderer.close());

/** Furniture, and the signs between runs, are as small as they are in standard print. */
const LARGE = 17.9;

async function paperOf(model: HandoutModel) {
  const { pdf } = await renderer.render(model);
  if (process.env.CONSULTLEAF_SAVE_PAGES) writeFileSync(`${process.env.CONSULTLEAF_SAVE_PAGES}-${model.language}-${model.paper}.pdf`, pdf);
  return { pages: (await readPdf(pdf)).pages, text: structureText((await structureOf(pdf)).roots) };
}

describe.each(['A4', 'Letter'] as const)('Large print on %s', (paper) => {
  const english: HandoutModel = { ...sampleModel, paper, print: 'large' };

  test.each(['en', 'hi'] as const)('in %s loses nothing, prints nothing over anything and nothing off the page', async (language) => {
    const visit = smallVisit(withAnswers({ paper, language, largePrint: true, teachBack: { dose: 'understood' } }), smallTopic);
    const hindi = buildHandout({ visit, pack }, await loadLabels(textDir, 'hi'), { kind: 'draft' });
    const model = language === 'en' ? english : hindi;
    expect(model.print).toBe('large');
    const { pages, text } = await paperOf(model);
    for (const page of pages) expect([outside(page), overlaps(page)]).toEqual([[], []]);
    // In the structure what a page's end cuts is whole; the furniture is not in it.
    for (const line of textsOnPaper({ ...model, furniture: { ...model.furniture, footer: '' } })) expect(standsIn(text, line)).toBe(true);
  });

  test('page 1 holds the dose, and says where the red flags are, which stand whole on top of page 2', async () => {
    const [first, second] = (await paperOf(english)).pages;
    if (!first || !second) throw new Error('Two pages are expected.');
    const plan = english.act.find((block) => block.kind === 'plan');
    for (const text of [plan?.medicine, plan?.sum]) expect(first.text).toContain(asRead(text ?? ''));
    for (const slot of plan?.slots ?? []) expect(first.text).toContain(slot.unitName);
    expect(first.text).toContain(redFlags.elsewhere);
    expect(first.text).toContain(plan?.more?.line);
    expect(second.text).toContain(plan?.more?.title);
    for (const text of [redFlags.title, ...redFlags.signs, redFlags.call, redFlags.emergency, redFlags.show])
      expect(second.text).toContain(asRead(text));
  });

  test('every word of a block is at least 18 points', async () => {
    const { pages } = await paperOf({ ...english, furniture: { ...english.furniture, across: [] } });
    const small = pages.flatMap((page) => page.items.filter(({ y, height }) => height < LARGE && y > 62 && y < page.height - 85));
    expect(small.map(({ text }) => text)).toEqual([]);
  });
});

test('four doses a day keep a box for each under its head', async () => {
  const calendar = sampleModel.calendar.find((block) => block.kind === 'calendar');
  if (calendar?.kind !== 'calendar') throw new Error('The sample has no calendar.');
  const head = { ...calendar.head, slots: ['Morning 3', 'Noon 2', 'Evening 3', 'Bedtime 3'] };
  const rows = calendar.rows.map((row) => ({ ...row, boxes: [true, true, true, true] }));
  const { pages } = await paperOf({ ...sampleModel, print: 'large', calendar: [{ ...calendar, head, rows }], explain: [] });
  for (const page of pages) expect([outside(page), overlaps(page)]).toEqual([[], []]);
  for (const slot of head.slots) expect(pages.some(({ text }) => text.includes(slot))).toBe(true);
});
