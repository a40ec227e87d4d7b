import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Visit } from '#core/domain/visit.ts';
import { checkHandout } from '../../../electron/cli/check/checkHandout.ts';
import { contrastOf } from '../../../electron/cli/check/inks.ts';
import type { Row } from '../../../electron/cli/check/row.ts';
import { handoutCommand } from '../../../electron/cli/handoutCommand.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';
import { captured, emptyFolder } from './captured.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
let sample: HandoutModel;
/** The command closes what it rendered with; this one goes on. */
const kept = (): PdfRenderer => ({ ...renderer, close: async () => undefined });
const never = (): PdfRenderer => {
  throw new Error('Nothing was to be rendered.');
};

beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
  shipped = await shippedPaper();
  sample = shipped.modelOf(shipped.sample);
}, 60_000);
afterAll(() => renderer.close());

async function checkedVisit(visit: Visit): Promise<{ code: number; table: string }> {
  const { io, out } = captured(JSON.stringify(visit));
  return { code: await handoutCommand(['--check', '-'], io, kept), table: out().toString() };
}

/** The rows that fail when this model is printed and read without the visit behind it. */
async function failing(model: HandoutModel): Promise<string[]> {
  const { io } = captured();
  const rows = await checkHandout((await renderer.render(model)).pdf, io.resourcesDir);
  return rows.filter(({ result }) => result === 'FAIL').map(({ what }) => what);
}

const withSummary = (text: string): HandoutModel => ({
  ...sample,
  act: sample.act.map((block) => (block.kind === 'summary' ? { ...block, rows: [{ label: 'Why', text }] } : block)),
});

describe('handout --check visit.json', () => {
  test('the example passes what a program can decide; the rest names its readers and no total', async () => {
    const { code, table } = await checkedVisit(shipped.sample);
    expect(table).not.toContain('FAIL');
    expect(code).toBe(0);
    for (const line of [/^Dose +page 1 +page 1 +pass$/m, /^Red flags .* page 1 +pass$/m, /^Texts of the visit .* all +pass$/m])
      expect(table).toMatch(line);
    for (const [name, items] of [
      ['PEMAT-P', 24],
      ['IPDASi', 13],
      ['CDC', 20],
    ] as const)
      expect(table.split('\n').filter((line) => line.startsWith(`${name} `))).toHaveLength(items);
    expect(table).toMatch(/^PEMAT-P 3 .* unrated: for a patient +for a reader$/m);
    expect(table).toContain('no total is claimed');
  });

  test('reads Hindi word by word, with its own bars and without a grade', async () => {
    const { topic, program } = shipped.sample.answers;
    const { table } = await checkedVisit({ ...shipped.sample, answers: { topic, program: { ...program, language: 'hi' } } });
    for (const line of [
      /^Texts of the visit .* all +pass$/m,
      /^Reading order .* kept +pass$/m,
      /^Dose +page 1 +page 1 +pass$/m,
      /^Words a sentence: आपका कैलेंडर +mean ≤ 14, none over 22 .* pass$/m,
      /^Type of the body +≥ 13 pt .* pass$/m,
      /^Structure for screen readers .* pass$/m,
    ])
      expect(table).toMatch(line);
    expect(table).not.toContain('Reading grade');
  });

  test('what is missing or contradictory fails with its field, with exit code 1', async () => {
    const { program, topic } = shipped.sample.answers;
    const { ifBleeding: _, ...rest } = program;
    const visit = { ...shipped.sample, answers: { topic, program: { ...rest, stop: { anchor: 'date' as const, date: '2026-12-01' } } } };
    const { code, table } = await checkedVisit(visit);
    expect(code).toBe(1);
    expect(table).toMatch(/^Before final: whatIf .* missing \(program\.ifBleeding\) +FAIL$/m);
    expect(table).toMatch(/^Before final: dates .* conflict \(program\.stop\S*\) +FAIL$/m);
  });

  test('a visit with faults is refused as by --in', async () => {
    const { io, errors } = captured('{}');
    expect(await handoutCommand(['--check', '-'], io, never)).toBe(2);
    expect(errors.join('\n')).toContain('clinic: ');
  });
});

describe('handout --check visit.pdf', () => {
  test('tells from the paper alone what can be told', async () => {
    const file = join(emptyFolder(), 'visit.pdf');
    writeFileSync(file, (await renderer.render(sample)).pdf);
    const { io, out, errors } = captured();
    expect(await handoutCommand(['--check', file], io, never)).toBe(0);
    expect(errors).toEqual([]);
    const table = out().toString();
    expect(table).toMatch(/^Fonts +embedded and subset +\d, all +pass$/m);
    expect(table).toMatch(/^Dose and red flags .* for a reader$/m);
    expect(table).not.toContain('Before final');
    expect(table).toMatch(/^Texts of the visit .* needs the visit file$/m);
    expect(table).toContain('3 need the visit file');
  });

  test.each([
    [
      'words for scholars',
      'Immunological dysregulation necessitates pharmacological immunosuppression.',
      'Reading grade: Your visit in short',
    ],
    ['a sentence without an end', `${'We go on and on '.repeat(7)}to the end.`, 'Words a sentence: Your visit in short'],
    ['a trailing zero', 'Take 1.0 mg a day.', 'Doses'],
    ['no leading zero', 'Take .5 mg a day.', 'Doses'],
    ['a date in numbers', 'Come on 05/12/2026 again.', 'Dates'],
    ['digits of Hindi', 'Take ५ of them.', 'Digits'],
  ])('fails %s by its name', async (_, text, row) => {
    expect(await failing(withSummary(text))).toContain(row);
  });

  test('fails a number that its unit leaves', async () => {
    const split = Array.from({ length: 20 }, (_, more) => `${'word '.repeat(10)}${'w'.repeat(more + 1)} take 5 mg now.`);
    const model = withSummary('Short.');
    const lines = split.map((line) => ({ question: 'How much?', answer: line }));
    expect(await failing({ ...model, explain: [{ kind: 'questions', title: 'Questions', items: lines }] })).toContain('Number and unit');
  });

  test('fails a paper of too many pages', async () => {
    const items = Array.from({ length: 150 }, (_, index) => ({ question: `Question ${index}?`, answer: 'Yes, you may do so.' }));
    expect(await failing({ ...sample, explain: [...sample.explain, { kind: 'questions', title: 'More questions', items }] })).toContain(
      'Pages',
    );
  });

  test.each([
    ['no file', '/nowhere/visit.pdf', /^--check: The file can’t be read: there is no such file/],
    ['a broken PDF', '', /^--check: This can’t be checked\. Use a visit, or a handout that this program made/],
  ])('says what to do with %s', async (_, path, says) => {
    const broken = join(emptyFolder(), 'broken.pdf');
    writeFileSync(broken, '%PDF-1.7 and no more');
    const { io, errors } = captured();
    expect(await handoutCommand(['--check', path || broken], io, never)).toBe(2);
    expect(errors.join('\n')).toMatch(says);
  });
});

test('a text of the model that is not on the paper, and blocks in another order, are seen', async () => {
  const { io } = captured();
  const { pdf } = await renderer.render(sample);
  const { sample: visit } = shipped;
  const { pack } = shipped;
  const other = { ...sample, act: withSummary('Words that were never printed.').act, explain: sample.explain.toReversed() };
  const rows = await checkHandout(pdf, io.resourcesDir, { visit, pack, model: other });
  const resultOf = (what: string) => rows.find((row: Row) => row.what === what);
  expect(resultOf('Texts of the visit')).toMatchObject({ result: 'FAIL', found: expect.stringContaining('never printed') });
  expect(resultOf('Reading order')?.result).toBe('FAIL');
});

test('contrast is reckoned as WCAG does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 1);
});
