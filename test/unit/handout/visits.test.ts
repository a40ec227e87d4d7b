import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { Visit } from '#core/domain/visit.ts';
import { checkHandout } from '../../../electron/cli/check/checkHandout.ts';
import { bodyOf, longLines } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { blocksOf } from '../../support/blocks.ts';
import { differingSquares, fromPng, type Grey, greyPages } from '../../support/greyPages.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';
import { VISITS_DIR, visitFixtures } from '../../support/visitFixtures.ts';
import { captured } from '../cli/captured.ts';

const NAMES = readdirSync(VISITS_DIR)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5));
/** Pages where there are more than the bar for a usual visit. */
const MORE_PAGES: Record<string, number> = { 'forty-questions': 7, 'longest-names': 6 };
/** Squares of 4 points by 4 that may differ on all pages of a paper; a word that has moved is more. */
const MAY_DIFFER = 12;

let renderer: PdfRenderer;
let shipped: ShippedPaper;
let visits: Map<string, Visit>;
beforeAll(async () => {
  // What it takes is the benchmark's affair: on a busy machine it takes long.
  renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
  shipped = await shippedPaper();
  visits = new Map(visitFixtures(shipped.sample).map(({ name, visit }) => [name, visit]));
}, 60_000);
afterAll(() => renderer.close());

function visitOf(name: string): Visit {
  const visit = visits.get(name);
  if (!visit) throw new Error(`There is no visit ${name}.`);
  return visit;
}

test.each(NAMES)('%s: nothing is lost, off the page or over another; it stands where it belongs, and looks as it did', async (name) => {
  const visit = visitOf(name);
  const model = shipped.modelOf(visit);
  const { pdf, pages } = await renderer.render(model);
  const rows = await checkHandout(pdf, captured().io.resourcesDir, { visit, pack: shipped.pack, model });
  const more = MORE_PAGES[name];
  if (more !== undefined) expect(pages).toBeLessThanOrEqual(more);
  // What the words are like is the topic's affair: packs -- check.
  const failed = rows.filter(({ what, result }) => result === 'FAIL' && !/^(Reading grade|Words a sentence)/.test(what));
  expect(failed.filter(({ what }) => what !== 'Pages' || more === undefined)).toEqual([]);
  const kept = fromPng(readFileSync(join(VISITS_DIR, `${name}.png`)));
  expect(
    differingSquares(greyPages(pdf), kept),
    'The pages look different. Look at them: node scripts/contactSheet.mjs out.png, then --renew.',
  ).toBeLessThanOrEqual(MAY_DIFFER);
});

test.each(NAMES)('%s: no line passes 75 letters in the other language either', async (name) => {
  const { answers, ...rest } = visitOf(name);
  const { language } = answers.program;
  const program = { ...answers.program, language: language === 'hi' ? ('en' as const) : ('hi' as const) };
  const { pdf } = await renderer.render(shipped.modelOf({ ...rest, answers: { ...answers, program } }));
  expect(bodyOf(await readPdf(pdf)).flatMap(longLines)).toEqual([]);
});

test('every visit has its picture, and all together are small', () => {
  const files = readdirSync(VISITS_DIR).filter((file) => file.endsWith('.png'));
  expect(files.map((file) => file.slice(0, -4)).sort()).toEqual(NAMES.toSorted());
  expect(files.reduce((sum, file) => sum + readFileSync(join(VISITS_DIR, file)).length, 0)).toBeLessThan(1_500_000);
  expect(existsSync(join(VISITS_DIR, 'start.png'))).toBe(true);
});

test('every decision is among them', () => {
  const decisions = [...visits.values()].map(({ answers }) => answers.program.decision);
  expect(new Set(decisions)).toEqual(new Set(['start', 'continue', 'change', 'stop', 'wait', 'notTaking']));
});

test('a course that starts at night and ends in the morning has its boxes from the first slot to the last, over 29 February', () => {
  const model = shipped.modelOf(visitOf('leap-day-night-to-morning'));
  const calendar = blocksOf(model).find((block) => block.kind === 'calendar');
  const taken = calendar?.rows.filter(({ boxes }) => boxes.includes(true)) ?? [];
  expect(taken[0]).toMatchObject({ date: '27-Feb-2028', boxes: [false, true] });
  expect(taken.map(({ date }) => date)).toEqual(expect.arrayContaining(['29-Feb-2028', '01-Mar-2028']));
  expect(taken.at(-1)).toMatchObject({ date: '13-Mar-2028', boxes: [true, false] });
});

describe('the comparison of pictures', () => {
  const kept = () => fromPng(readFileSync(join(VISITS_DIR, 'start.png')));
  const shifted = (picture: Grey, by: number): Grey => ({
    ...picture,
    points: picture.points.map((_, index) => picture.points[index - by] ?? 15),
  });

  test('sees a block that has moved by two points, and a word that is gone', () => {
    expect(differingSquares(kept(), shifted(kept(), 2 * kept().width))).toBeGreaterThan(MAY_DIFFER);
    const gone = kept();
    for (let y = 120; y < 128; y++) gone.points.fill(15, y * gone.width + 30, y * gone.width + 120);
    expect(differingSquares(kept(), gone)).toBeGreaterThan(MAY_DIFFER);
  });

  test('does not mind letters drawn a little lighter', () => {
    const lighter = kept();
    lighter.points.forEach((point, index) => {
      lighter.points[index] = Math.min(15, point + (point < 15 ? 1 : 0));
    });
    expect(differingSquares(kept(), lighter)).toBeLessThanOrEqual(MAY_DIFFER);
  });
});
