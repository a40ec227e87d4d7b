import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { asRead, outside, overlaps, textsOnPaper } from '../../../electron/cli/check/paperTexts.ts';
import { type ReadPdf, readPdf } from '../../../electron/cli/check/readPdf.ts';
import { blocksOf, kindsOf } from '../../support/blocks.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
let model: HandoutModel;
let pdf: ReadPdf;
beforeAll(async () => {
  // What it takes is the benchmark's affair: on a busy machine it takes long.
  renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
  shipped = await shippedPaper();
  model = shipped.modelOf(shipped.sample);
  pdf = await readPdf((await renderer.render(model)).pdf);
}, 60_000);
afterAll(() => renderer.close());

test('the example has every block, sixteen days, and all common questions', () => {
  expect(new Set(kindsOf(model)).size).toBe(14);
  const calendar = blocksOf(model).find((block) => block.kind === 'calendar');
  expect(calendar?.rows.filter(({ day }) => day !== '')).toHaveLength(16);
});

/** What a doctor usually leaves out: the tables that were gone through in the talk. */
const USUAL: ProgramAnswers = { hidden: ['criteria', 'options', 'evidence'] };

/** What was gone over is the one block that the example leaves out. */
const WENT_OVER: ProgramAnswers = {
  teachBack: { dose: 'understood', missedDose: 'again', redFlags: 'understood', transferMoves: 'later' },
};

test.each([
  ['en', 5, WENT_OVER],
  ['hi', 6, WENT_OVER],
  ['both', 8, WENT_OVER],
  ['en', 4, { ...WENT_OVER, ...USUAL }],
  ['hi', 4, { ...WENT_OVER, ...USUAL }],
] as const)('in %s the example takes at most %i pages, of A4 and of Letter', async (language, most, changes: ProgramAnswers) => {
  const { program, topic } = shipped.sample.answers;
  for (const paper of ['A4', 'Letter'] as const) {
    const visit = { ...shipped.sample, answers: { topic, program: { ...program, ...changes, language, paper } } };
    expect((await renderer.render(shipped.modelOf(visit))).pages, paper).toBeLessThanOrEqual(most);
  }
});

test('running text has a line height of 1.5: evidence, questions and paragraphs', () => {
  const running = pdf.pages
    .slice(2)
    .flatMap(({ items }) => items.filter(({ tag, height }) => (tag === 'P' || tag === 'LBody') && height === 12));
  const steps = running.slice(1).flatMap(({ x, y }, index) => {
    const above = running[index];
    return above && above.x === x && y < above.y ? [(above.y - y) / 12] : [];
  });
  expect(steps.length).toBeGreaterThan(15);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(1.499);
});

test('page 1 is what to do, page 2 the calendar and all that belongs to it', () => {
  const only = { ...model, band: { name: '', address: '', phones: [] }, calendar: [], explain: [] };
  for (const [index, act] of [model.act, model.calendar].entries())
    for (const text of textsOnPaper({ ...only, act })) expect(pdf.pages[index]?.text).toContain(text);
});

test('no text of it is lost, off the page or over another', () => {
  const all = pdf.pages.map((page) => page.text).join(' ');
  for (const text of textsOnPaper(model)) expect(all).toContain(text);
  for (const page of pdf.pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
});

test('says who answers an open question, and the next step with its date', () => {
  const text = pdf.pages.map((page) => page.text).join(' ');
  expect(text).toContain('Not answered yet. Ms C. SAMPLE will answer.');
  expect(text).toContain('Blood test: Friday 04-Dec-2026, 8:30 am.');
});

test('both sides of safety in pregnancy stand on one page and once only', () => {
  const sideEffects = blocksOf(model).find((block) => block.kind === 'sideEffects');
  const paragraph = asRead(sideEffects?.pregnancy ?? '');
  expect(pdf.pages.filter((page) => page.text.includes(paragraph))).toHaveLength(1);
  expect(pdf.pages.map((page) => page.text).join(' ')).toContain(`See “${sideEffects?.pregnancyTitle}” above.`);
});

test('stars make bold type in texts of the topic and are never printed', () => {
  expect(JSON.stringify(model.explain)).toContain('*Pain:*');
  for (const page of pdf.pages) expect(page.text).not.toContain('*');
});

test.each(['wait', 'notTaking'] as const)('on "%s" the side effects have no column for what to do', async (decision) => {
  const { answers } = shipped.sample;
  const paper = shipped.modelOf({ ...shipped.sample, answers: { ...answers, program: { ...answers.program, decision } } });
  const pages = (await readPdf((await renderer.render(paper)).pdf)).pages;
  const page = pages.find(({ text }) => text.includes('How serious'));
  const cells = page?.items.filter(({ text }) => /^(Sign|How serious|What to do)$/.test(text)) ?? [];
  expect(cells.map(({ text }) => text)).toEqual(['Sign', 'How serious']);
  expect(cells[1]?.x, 'the second column has the room of the third').toBeGreaterThan(300);
});
