import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { HandoutModel, LabelText } from '#core/domain/handoutModel.ts';
import { asRead, outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { plan, redFlags, sampleModel, summary } from '../../support/sampleModel.ts';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
});
afterAll(() => renderer.close());

const PROSE =
  'Your tests hint that your immune system may get in the way of a pregnancy, and three good embryos did not lead to one. '.repeat(4);
const prose = (length: number) => PROSE.slice(0, length).trim();
const rows = (length: number): LabelText[] =>
  plan.rows.map((row, index) => ({ label: row.label, text: `${index + 1}: ${prose(length - 3)}` }));
const more = plan.more ?? { line: '', title: '' };

function withAct(change: { why?: string; next?: string; about?: string; sum?: string; rows?: LabelText[] }): HandoutModel['act'] {
  const [why, decided, know, next] = summary.rows;
  if (!why || !decided || !know || !next) throw new Error('The sample’s summary has four rows.');
  return [
    { ...summary, rows: [{ ...why, text: change.why ?? why.text }, decided, know, { ...next, text: change.next ?? next.text }] },
    { ...plan, about: change.about ?? plan.about ?? '', sum: change.sum ?? plan.sum ?? '', rows: change.rows ?? plan.rows },
    redFlags,
  ];
}

const tooFull: [string, HandoutModel][] = [
  ['the reason and all rows at their caps', { ...sampleModel, act: withAct({ why: prose(140), rows: rows(110) }) }],
  [
    'the next step and the rows at their caps',
    { ...sampleModel, act: withAct({ next: `*${prose(60)}: Wednesday 24-Feb-2027.*`, rows: rows(110) }) },
  ],
  [
    'reason, next step, brand and rows all at their caps',
    {
      ...sampleModel,
      act: withAct({
        why: prose(140),
        next: `*${prose(60)}: Wednesday 24-Feb-2027, 8\u00a0am.* Bring this paper.`,
        about: `Brand: ${prose(30)}. Not the once-a-day kind. Looks different? Ask us first.`,
        sum: `${plan.sum} Higher than usual; your doctor chose this on purpose. Take exactly this.`,
        rows: rows(110),
      }),
    },
  ],
  [
    'a long clinic and address, reason and rows',
    {
      ...sampleModel,
      band: { ...sampleModel.band, name: prose(45), address: prose(80) },
      act: withAct({ why: prose(140), rows: rows(110) }),
    },
  ],
];

test.each([
  ['long names', { ...sampleModel, identity: { ...sampleModel.identity, name: prose(60), doctor: `${prose(50)}, Reg. ${prose(40)}` } }],
  ['Letter paper', { ...sampleModel, paper: 'Letter' }],
] as [string, HandoutModel][])('with %s page 1 is set close, and keeps every row of the plan', async (_name, model) => {
  const [first, second] = (await readPdf((await renderer.render(model)).pdf)).pages;
  for (const row of [...summary.rows, ...plan.rows]) expect(first?.text).toContain(asRead(row.text));
  for (const text of [...redFlags.signs, redFlags.show]) expect(first?.text).toContain(asRead(text));
  expect(first?.text).toContain(`${summary.rows[0]?.label}: `);
  for (const page of [first, second]) expect(page && [...outside(page), ...overlaps(page)]).toEqual([]);
});

test.each(tooFull)('with %s, rows of the plan move to page 2 and nothing else does', async (_name, model) => {
  const pdf = await readPdf((await renderer.render(model)).pdf);
  const [first, second] = pdf.pages;
  const block = model.act[1];
  if (!first || !second || block?.kind !== 'plan') throw new Error('Two pages and a plan are expected.');

  for (const text of [
    block.medicine,
    block.sum,
    redFlags.call,
    redFlags.emergency,
    redFlags.show,
    ...redFlags.signs,
    ...redFlags.phones.map((phone) => phone.text),
  ])
    expect(first.text).toContain(asRead(text ?? ''));
  for (const row of block.rows) expect(first.text.includes(asRead(row.text)) !== second.text.includes(asRead(row.text))).toBe(true);

  const stay = block.rows.filter((row) => first.text.includes(asRead(row.text))).length;
  expect(stay).toBeLessThan(block.rows.length);
  expect(block.rows.slice(0, stay).every((row) => first.text.includes(asRead(row.text)))).toBe(true);
  expect(first.text).toContain(more.line);
  expect(second.text).toContain(more.title);
  for (const page of pdf.pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
});

test('a page 1 with room keeps every row and says nothing of a second page', async () => {
  const pdf = await readPdf((await renderer.render(sampleModel)).pdf);
  const text = pdf.pages.map((page) => page.text).join(' ');
  expect(text).not.toContain(more.line);
  expect(text).not.toContain(more.title);
  for (const row of plan.rows) expect(pdf.pages[0]?.text).toContain(asRead(row.text));
});

const tooLong = () => withAct({ why: prose(400), next: prose(400), about: prose(300) });

test('a page 1 that can’t hold the red flags even so has a pointer to them, whole at the top of page 2', async () => {
  const [first, second] = (await readPdf((await renderer.render({ ...sampleModel, act: tooLong() })).pdf)).pages;
  if (!first || !second) throw new Error('Two pages are expected.');
  const { title, signs, call, emergency, show, phones, elsewhere } = redFlags;
  expect(first.text).toContain(elsewhere);
  expect(first.text).toContain(asRead(plan.sum ?? ''));
  for (const text of [title, ...signs, call, emergency, show, ...phones.map((phone) => phone.text)]) {
    expect(first.text.replace(elsewhere ?? '', '')).not.toContain(signs[0]);
    expect(second.text).toContain(asRead(text));
  }
  expect(second.text.indexOf(title)).toBeLessThan(second.text.indexOf(sampleModel.calendar[0]?.title ?? ''));
  for (const page of [first, second]) expect([...outside(page), ...overlaps(page)]).toEqual([]);
});

test('a pointer to the red flags never stands on a page 1 that holds them', async () => {
  const pdf = await readPdf((await renderer.render(sampleModel)).pdf);
  expect(pdf.pages.map((page) => page.text).join(' ')).not.toContain(redFlags.elsewhere);
});

test('with no words for another page the red flags come first on page 1, and the rest flows on: never refused', async () => {
  const { elsewhere: _elsewhere, ...staying } = redFlags;
  const { more: _more, ...silent } = plan;
  const act = tooLong().map((block) =>
    block.kind === 'redFlags' ? staying : block.kind === 'plan' ? { ...silent, rows: block.rows } : block,
  );
  const pdf = await readPdf((await renderer.render({ ...sampleModel, act })).pdf);
  const [first, second] = pdf.pages;
  for (const text of [...redFlags.signs, redFlags.call]) expect(first?.text).toContain(asRead(text));
  expect(second?.text).toContain(asRead(plan.rows.at(-1)?.text ?? ''));
  for (const page of pdf.pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
});
