import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { asRead, outside, overlaps, textsOnPaper } from '../../../electron/cli/check/paperTexts.ts';
import { type ReadPage, type ReadPdf, readPdf } from '../../../electron/cli/check/readPdf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { needed, sampleModel, summary, tests } from '../../support/sampleModel.ts';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
});
afterAll(() => renderer.close());

async function read(model: HandoutModel): Promise<ReadPdf> {
  const rendered = await renderer.render(model);
  const pdf = await readPdf(rendered.pdf);
  expect(pdf.pages.length).toBe(rendered.pages);
  return pdf;
}

function expectCleanPages(pdf: ReadPdf): void {
  for (const page of pdf.pages) {
    expect(outside(page)).toEqual([]);
    expect(overlaps(page)).toEqual([]);
  }
}

function expectNothingLost(pdf: ReadPdf, model: HandoutModel): void {
  const all = pdf.pages.map((page) => page.text).join(' ');
  for (const text of textsOnPaper(model)) expect(all).toContain(text);
}

test('a page alone is that page of the paper, the last one where there are fewer, and leaves no trace in the next paper', async () => {
  // A head that is repeated on a page is its own where the page stands alone.
  const placed = (page: ReadPage | undefined) => page?.items.map(({ tag: _, ...item }) => item);
  const whole = await renderer.render(sampleModel);
  const { pages } = await readPdf(whole.pdf);
  for (const number of [1, 3, pages.length + 3]) {
    const { pdf, pages: counted } = await renderer.render(sampleModel, { onlyPage: number });
    expect(counted).toBe(pages.length);
    const [alone, ...others] = (await readPdf(pdf)).pages;
    expect(others).toEqual([]);
    expect(placed(alone)).toEqual(placed(pages[Math.min(number, pages.length) - 1]));
  }
  expect(Buffer.compare((await renderer.render(sampleModel)).pdf, whole.pdf)).toBe(0);
});

describe('the full handout in English', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await read(sampleModel);
  });

  test('takes at most five pages with every block and 16 days', () => {
    expect(pdf.pages.length).toBeLessThanOrEqual(5);
  });

  test('loses no text, prints nothing over anything and nothing off the page', () => {
    expectNothingLost(pdf, sampleModel);
    expectCleanPages(pdf);
  });

  test('says on each page whose it is, which record it belongs to, and page x of y', () => {
    pdf.pages.forEach((page, index) => {
      for (const fact of Object.values(sampleModel.identity)) expect(page.text).toContain(fact);
      expect(page.text).toContain(sampleModel.furniture.footer);
      expect(page.text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(page.text).toContain('SAMPLE: not a real patient');
    });
  });

  test('has what to do on page 1, the calendar and what belongs to it on page 2, and why after that', () => {
    const titles = (page: number, blocks: HandoutModel['act']) => {
      const text = pdf.pages[page]?.text ?? '';
      return blocks.map((block) => text.indexOf(block.title));
    };
    for (const places of [titles(0, sampleModel.act), titles(1, sampleModel.calendar)]) {
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    const explained = pdf.pages
      .slice(1)
      .map((page) => page.text)
      .join(' ');
    const places = sampleModel.explain.map((block) => explained.indexOf(block.title));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('has its title, language, date and a bookmark for every block', () => {
    expect(pdf.title).toBe('Your plan: tacrolimus');
    expect(pdf.language).toBe('en-IN');
    expect(pdf.created).toBe('D:20270212061200Z');
    const blocks = [...sampleModel.act, ...sampleModel.calendar, ...sampleModel.explain];
    expect(pdf.bookmarks).toEqual(blocks.map((block) => block.title));
  });
});

test('words across the page are drawn and never enter its text', async () => {
  const pdf = await read({
    ...sampleModel,
    furniture: { ...sampleModel.furniture, across: ['SUPERSEDED'], mark: { text: 'An old paper.', strong: true } },
  });
  for (const page of pdf.pages) expect(page.text).not.toContain('SUPERSEDED');
  const plain = await renderer.render({ ...sampleModel, furniture: { ...sampleModel.furniture, across: [] } });
  const marked = await renderer.render(sampleModel);
  expect(marked.pdf.length).toBeGreaterThan(plain.pdf.length);
});

test('a mark never moves a line: every state has the same text at the same place', async () => {
  const { mark: _mark, ...unmarked } = sampleModel.furniture;
  const marks = [
    { text: 'SAMPLE: not a real patient', strong: false },
    { text: 'SAMPLE · DRAFT: do not use', strong: true },
    { text: 'SAMPLE · COPY, first printed 12-Feb-2027', strong: false },
    { text: 'SAMPLE · OLD: version 2 replaces it. Throw away.', strong: true },
  ];
  const final = await read({ ...sampleModel, furniture: unmarked });
  for (const mark of marks) {
    const pdf = await read({ ...sampleModel, furniture: { ...unmarked, mark } });
    pdf.pages.forEach((page, index) => {
      expect(page.text).toContain(mark.text);
      expect(page.items.filter((item) => item.text !== mark.text)).toEqual(final.pages[index]?.items);
    });
  }
});

test('a decision without a medicine has no calendar pages and flows on from page 1', async () => {
  const model: HandoutModel = { ...sampleModel, act: [summary], calendar: [], explain: sampleModel.explain.slice(0, 1) };
  const pdf = await read(model);
  expect(pdf.pages.length).toBe(1);
  expectNothingLost(pdf, model);
  expect(pdf.pages.map((page) => page.text).join(' ')).not.toContain('Call us at once');
});

test('without a known first day there is relative wording and no box row', async () => {
  const relative = {
    kind: 'relative',
    title: 'Your calendar',
    lines: ['Until your doctor tells you.', 'Don’t stop unless we tell you.'],
  } as const;
  const model: HandoutModel = { ...sampleModel, calendar: [{ ...relative, lines: [...relative.lines] }, tests, needed] };
  const pdf = await read(model);
  expectNothingLost(pdf, model);
  expectCleanPages(pdf);
});

test('a dose that is filled in later prints its notice in place of the dose', async () => {
  const notice = 'Do not start until the doctor fills this in.';
  const model: HandoutModel = { ...sampleModel, act: [summary, { kind: 'plan', title: 'Your plan', notice, rows: [] }] };
  const [first] = (await read(model)).pages;
  expect(first?.text).toContain(notice);
  expect(first?.text).not.toContain('capsule');
});

test('a calendar longer than a page repeats its head, so that every row can be read', async () => {
  const [calendar] = sampleModel.calendar;
  if (calendar?.kind !== 'calendar') throw new Error('The sample has no calendar.');
  const rows = Array.from({ length: 70 }, (_, index) => ({
    weekday: 'Mon',
    date: `D${index + 1}`,
    day: String(index + 1),
    boxes: [true, true],
    marks: [],
  }));
  const pdf = await read({ ...sampleModel, calendar: [{ ...calendar, rows }], explain: [] });
  const withRows = pdf.pages.slice(1).filter((page) => page.items.some((item) => item.text.startsWith('D') && /^D\d+$/.test(item.text)));
  expect(withRows.length).toBeGreaterThan(1);
  for (const page of withRows) expect(page.text).toContain('Capsule day');
  expectCleanPages(pdf);
});

test('a course of four doses a day that starts at night keeps its columns and its marks legible', async () => {
  const [calendar] = sampleModel.calendar;
  if (calendar?.kind !== 'calendar') throw new Error('The sample has no calendar.');
  const head = { ...calendar.head, slots: ['Morning 3', 'Noon 2', 'Evening 3', 'Bedtime 3'] };
  const rows = calendar.rows.map((row, index) => ({ ...row, boxes: index === 0 ? [false, false, false, true] : [true, true, true, true] }));
  const model: HandoutModel = { ...sampleModel, calendar: [{ ...calendar, head, rows }] };
  const pdf = await read(model);
  expectNothingLost(pdf, { ...model, calendar: [] });
  expectCleanPages(pdf);
  for (const word of ['Morning', 'Evening', 'Bedtime', 'Pregnancy', 'transfer,']) expect(pdf.pages[1]?.text).toContain(word);
});

test('a title or the head of a table never stands alone at the end of a page', async () => {
  const titles = [...sampleModel.calendar, ...sampleModel.explain].map((block) => block.title);
  const heads = ['Result', 'Your value and date', 'What to do', 'Not taking it', 'Also on this day'];
  for (let lines = 0; lines < 30; lines++) {
    const items = Array.from({ length: lines }, (_, index) => `Item ${index + 1}.`);
    const [calendarBlock, ...others] = sampleModel.calendar;
    if (calendarBlock === undefined) throw new Error('The sample has a calendar.');
    const filler = { kind: 'needed' as const, title: 'Filler', items };
    const pdf = await read({ ...sampleModel, act: [summary], calendar: [calendarBlock, filler, ...others] });
    for (const page of pdf.pages) {
      const body = page.items.filter(({ y }) => y > 60);
      const lowest = Math.min(...body.map(({ y }) => y));
      for (const { text } of body.filter(({ y }) => y < lowest + 3)) expect([...titles, ...heads]).not.toContain(text);
    }
  }
});

test('a tall row of a table is never cut by the end of a page', async () => {
  const criteria = sampleModel.explain.find((block) => block.kind === 'criteria');
  const row = criteria?.kind === 'criteria' ? criteria.rows[0] : undefined;
  if (criteria?.kind !== 'criteria' || !row) throw new Error('The sample has criteria.');
  const rows = Array.from({ length: 14 }, (_, index) => ({
    ...row,
    value: `Row ${index} ${'is long and has many words '.repeat(12)}ends ${index}`,
  }));
  const model: HandoutModel = { ...sampleModel, act: [summary], calendar: [], explain: [{ ...criteria, rows }] };
  const pdf = await read(model);
  expect(pdf.pages.length).toBeGreaterThan(2);
  expectCleanPages(pdf);
  for (const { value } of rows)
    expect(
      pdf.pages.filter((page) => page.text.includes(value)),
      value.slice(0, 6),
    ).toHaveLength(1);
});

test('the options stand whole on one page, with good and hard points together, wherever they come to stand', async () => {
  const options = sampleModel.explain.find((block) => block.kind === 'options');
  if (options?.kind !== 'options') throw new Error('The sample has options.');
  const places = new Set<number>();
  for (const lines of [0, 12, 16, 20, 24, 28]) {
    const items = Array.from({ length: lines }, (_, index) => `Item ${index + 1}.`);
    const needed = { kind: 'needed' as const, title: 'Filler', items };
    const pdf = await read({ ...sampleModel, act: [summary], calendar: [], explain: [needed, options] });
    const texts = [options.title, ...options.columns.flatMap(({ good, hard, cost }) => [good, hard, cost])].map(asRead);
    // A cell's words are read line by line beside those of its neighbours: each is told by its first and its last word.
    const pages = texts.map((text) => pdf.pages.findIndex((page) => text.split(' ').every((word) => page.text.includes(word))));
    expect(new Set(pages).size, `${lines} lines before it`).toBe(1);
    places.add(pages[0] ?? -1);
  }
  expect(places.size, 'it came to stand on more than one page').toBeGreaterThan(1);
});

test('forty questions at their caps come out clean, each with its answer on the same page', async () => {
  const items = Array.from({ length: 40 }, (_, index) => ({
    question: `Question ${index + 1}: ${'may I travel by train, '.repeat(7)}`.slice(0, 160).trim(),
    answer: `Answer ${index + 1}. ${'Carry the capsules and this paper with you. '.repeat(10)}`.slice(0, 400).trim(),
  }));
  const model: HandoutModel = { ...sampleModel, explain: [{ kind: 'questions', title: 'Your questions', items }] };
  const pdf = await read(model);
  expectNothingLost(pdf, model);
  expectCleanPages(pdf);
  for (const item of items)
    expect(pdf.pages.some((page) => page.text.includes(item.question) && page.text.includes(asRead(item.answer)))).toBe(true);
});

test('a word longer than a line is cut to fit and no letter of it is lost', async () => {
  const word = 'x'.repeat(150);
  const model: HandoutModel = { ...sampleModel, act: [{ ...summary, rows: [{ label: 'Why', text: word }] }], calendar: [], explain: [] };
  const pdf = await read(model);
  expectCleanPages(pdf);
  expect(pdf.pages[0]?.text.match(/x/g)?.length).toBeGreaterThanOrEqual(150);
});

test('Hindi words stand whole in an English page', async () => {
  const pdf = await read({
    ...sampleModel,
    act: [{ ...summary, rows: [{ label: 'Fasting', text: 'नमक (नमक) नमक. *नमक*' }] }],
    calendar: [],
    explain: [],
  });
  expect(pdf.pages[0]?.text).toContain('नमक (नमक) नमक. नमक');
});
