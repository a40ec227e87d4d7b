import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { Paper } from '#backend/services/paper.ts';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import { outside, overlaps, squeezed, standsIn } from '../../../electron/cli/check/paperTexts.ts';
import { type ReadPdf, readPdf } from '../../../electron/cli/check/readPdf.ts';
import { type PaperSection, sectionsOf } from '../../../electron/cli/check/sections.ts';
import { structureOf, walk } from '../../../electron/cli/check/structureOf.ts';
import { blockOf } from '../../support/blocks.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
beforeAll(async () => {
  renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
  shipped = await shippedPaper();
}, 60_000);
afterAll(() => renderer.close());

function modelOf(changes: ProgramAnswers): HandoutModel {
  const { topic, program } = shipped.sample.answers;
  return shipped.modelOf({ ...shipped.sample, answers: { topic, program: { ...program, language: 'both', ...changes } } });
}

async function read(model: HandoutModel): Promise<{ pdf: ReadPdf; sections: PaperSection[]; bytes: Uint8Array }> {
  const { pdf: bytes } = await renderer.render(model);
  const pdf = await readPdf(bytes);
  for (const page of pdf.pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
  return { pdf, sections: sectionsOf((await structureOf(bytes)).roots, 'hi'), bytes };
}

/** The other language's block of a kind. */
function otherOf<K extends 'summary' | 'plan' | 'redFlags' | 'questions'>(model: HandoutModel, kind: K) {
  return blockOf({ ...model, act: model.beside?.blocks ?? [], calendar: [], explain: [] }, kind);
}

const pageWith = (pdf: ReadPdf, text: string) => pdf.pages.findIndex((page) => standsIn(page.text, text)) + 1;

test('on Letter, where page 1 is shorter, the dose stays there, and both languages say where the red flags are', async () => {
  const model = modelOf({ paper: 'Letter' });
  const { pdf } = await read(model);
  expect(pdf.pages.length).toBeLessThanOrEqual(8);
  for (const plan of [blockOf(model, 'plan'), otherOf(model, 'plan')])
    for (const text of [plan.medicine, plan.sum]) expect(pageWith(pdf, text ?? 'no dose')).toBe(1);
  for (const flags of [blockOf(model, 'redFlags'), otherOf(model, 'redFlags')]) {
    expect(new Set([...flags.signs, flags.call, flags.emergency, flags.show].map((text) => pageWith(pdf, text)))).toEqual(new Set([2]));
    expect(pageWith(pdf, flags.elsewhere ?? '')).toBe(1);
  }
});

test('the boxes with the dose are drawn once, so that nobody takes two', async () => {
  const model = modelOf({ units: { morning: 3, noon: 0, evening: 0, bedtime: 4 } });
  const { pdf } = await read(model);
  const big = pdf.pages[0]?.items.filter(({ text, height }) => /^\d$/.test(text.trim()) && height > 20).map(({ text }) => text.trim());
  expect(big).toEqual(['3', '4']);
  for (const { name, unitName } of otherOf(model, 'plan').slots ?? []) {
    expect(pageWith(pdf, name)).toBe(1);
    expect(pageWith(pdf, unitName)).toBe(1);
  }
});

test('each block names its language, and is read whole before the other begins; what stands once stands in the first', async () => {
  const model = modelOf({});
  const { sections, bytes } = await read(model);
  const titles = sections.map(({ title, language }) => `${language} ${squeezed(title)}`);
  for (const kind of ['summary', 'redFlags', 'questions'] as const) {
    const first = titles.indexOf(`hi ${squeezed(blockOf(model, kind).title)}`);
    expect(first).toBeGreaterThan(0);
    expect(titles[first + 1]).toBe(`en ${squeezed(otherOf(model, kind).title)}`);
  }
  const pages = (await structureOf(bytes)).roots;
  const spoken = pages.flatMap(walk).filter(({ role, lang }) => role === 'Sect' && lang);
  expect(new Set(spoken.map(({ lang }) => lang))).toEqual(new Set(['hi-IN', 'en-IN']));
  expect(titles.filter((title) => title === `en ${squeezed('Your calendar')}`)).toEqual([]);
});

test('in large print the second language follows the first, over the whole width', async () => {
  const model = modelOf({ largePrint: true });
  const { pdf, sections } = await read(model);
  const titles = sections.map(({ title }) => squeezed(title));
  const order = [
    blockOf(model, 'plan').title,
    otherOf(model, 'summary').title,
    otherOf(model, 'plan').title,
    otherOf(model, 'redFlags').title,
  ];
  const places = [...order, model.calendar[0]?.title ?? ''].map((title) => titles.indexOf(squeezed(title)));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  const english = sections.find(({ title, language }) => language === 'en' && title === otherOf(model, 'questions').title);
  expect(english?.elements.some(({ text }) => text !== '')).toBe(true);
  for (const page of pdf.pages) expect(Math.min(...page.items.map(({ height }) => height))).toBeGreaterThanOrEqual(9);
});

test('one text that is missing in either language keeps the paper from being made, and is named with the language', async () => {
  const paper = new Paper(async () => {
    throw new Error('Nothing was to be laid out.');
  });
  const { topic, program } = shipped.sample.answers;
  const visit = { ...shipped.sample, answers: { topic, program: { ...program, language: 'both' as const } } };
  const hi = shipped.pack.texts.hi;
  if (!hi) throw new Error('The topic has Hindi words.');
  const { 'red.fever': _fever, ...others } = hi.texts;
  const lacking = { ...shipped.pack, texts: { ...shipped.pack.texts, hi: { ...hi, texts: others } } };
  await expect(paper.model({ visit, pack: lacking }, { kind: 'draft' })).rejects.toMatchObject({
    code: 'NOT_READY',
    message: expect.stringMatching(/Hindi.*“red\.fever”/),
    data: expect.objectContaining({ missing: ['red.fever'] }),
  });
});

test('a topic without words in one of the two is refused at the field', () => {
  const { hi: _, ...texts } = shipped.pack.texts;
  const { topic, program } = shipped.sample.answers;
  const visit = { ...shipped.sample, answers: { topic, program: { ...program, language: 'both' } } };
  const { problems } = visitProblems({ ...shipped.pack, languages: ['en'], texts }, visit);
  expect(problems).toEqual([{ path: 'answers.program.language', message: expect.stringContaining('no words in this language') }]);
});
