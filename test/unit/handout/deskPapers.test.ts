import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { type DeskPaperOf, LABEL_SHEETS, type LabelSheetId, labelAt, labelsOf, slipOf, testPageOf } from '#core/domain/deskPaper.ts';
import type { Labels } from '#core/domain/labels.ts';
import { overlaps, squeezed } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { structureOf, walk } from '../../../electron/cli/check/structureOf.ts';
import { pdfText } from '../../support/pdfText.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { NAMES } from './names.ts';

const MM = 72 / 25.4;
const LONG = 'LAKSHMI NARAYANAN-VENKATARAMAN SUBRAMANIAN KRISHNAMURTHY-X';
/** The widest record number that there can be. */
const WIDE = 'WWWW/WWWW/WWWW/WWWWW';
const clinic = {
  name: 'Lotus Clinic',
  address: '12 Market Road, Pune',
  dayPhone: '+91 20 1234 5678',
  nightPhone: '+91 98765 00000',
  emergencyNumbers: ['112'],
};
const sunita = { name: 'Sunita Devi', recordNumber: 'A-1042', age: { kind: 'born' as const, bornOn: '1994-03-09' } };
const days = [
  { date: '2026-12-05', time: '08:30' },
  { date: '2027-02-24', time: null },
];

let renderer: PdfRenderer;
let en: Labels;
let hi: Labels;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
  const dir = join(import.meta.dirname, '../../../templates/handout/text');
  [en, hi] = [await loadLabels(dir, 'en'), await loadLabels(dir, 'hi')];
}, 60_000);
afterAll(() => renderer.close());

const of = (labels: DeskPaperOf['labels'], sample = false): DeskPaperOf => ({ clinic, labels, at: '2026-12-02T05:00:00Z', sample });

test('the slip says whose it is, when she is expected and whom she calls, in her language or both, above the line to cut', async () => {
  const english = await readPdf((await renderer.renderDeskPaper(slipOf(of([en]), sunita, days.slice(0, 1)))).pdf);
  expect([english.title, english.language, english.pages.length]).toEqual(['Your next visit', 'en-IN', 1]);
  expect(english.pages[0]?.text.replaceAll('\u2011', '-')).toMatch(
    /^ ?Lotus Clinic ?12 Market Road, Pune ?Sunita Devi ?Record no\. A-1042 ?Your next visit ?Saturday 05-Dec-2026, 8:30 am ?Bring this paper and your handout\. ?Day: \+91 20 1234 5678 ?Night and when closed: \+91 98765 00000 ?Cut here/,
  );
  const { pdf } = await renderer.renderDeskPaper(slipOf(of([hi, en], true), { ...sunita, name: LONG }, days));
  const both = await readPdf(pdf);
  expect([both.title, both.language, both.pages.length]).toEqual(['आपकी अगली मुलाक़ात', 'hi-IN', 1]);
  const text = pdfText(pdf);
  for (const words of ['आपकी अगली मुलाक़ातें', 'शनिवार 05-दिस-2026', 'Saturday 05-Dec-2026', 'time: ask us', 'नमूना: असली मरीज़ नहीं'])
    expect(text).toContain(words.normalize('NFC'));
  const elements = (await structureOf(pdf)).roots.flatMap(walk);
  expect(elements.filter(({ role }) => role === 'Sect').map(({ lang }) => lang)).toEqual(['hi-IN', 'en-IN']);
  const cut = both.pages[0]?.items.find(({ text: words }) => words.includes('काटें'));
  expect(both.pages[0]?.items.filter(({ y }) => y < (cut?.y ?? 0))).toEqual([]);
  // A third of the page, or a little more where two languages and a long name ask for it.
  expect((cut?.y ?? 0) / MM).toBeGreaterThan(297 - 115);
});

test('a name in each script stands on slip and label', async () => {
  for (const [script, [name = '']] of Object.entries(NAMES)) {
    const patient = { ...sunita, name };
    const pages = [slipOf(of([en]), patient, days), labelsOf(of([en]), patient, { sheet: '3x8', start: 1, count: 1 })];
    for (const page of pages) {
      const { pdf } = await renderer.renderDeskPaper(page);
      const words = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
        .normalize('NFC')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
      const found = script === 'Urdu' ? words.replace(/\s/g, '') : words;
      for (const word of name.split(' ')) expect(found).toContain(word.normalize('NFC'));
    }
  }
});

test.each(Object.keys(LABEL_SHEETS) as LabelSheetId[])('on a sheet of %s each label stands whole inside its own place', async (id) => {
  const sheet = LABEL_SHEETS[id];
  const whole = sheet.columns * sheet.rows;
  const order = { sheet: id, start: whole - 1, count: whole + 1 };
  const patient = { ...sunita, name: LONG, recordNumber: WIDE };
  const long = { ...of([en]), clinic: { ...clinic, name: 'Wardha Mother and Child Fertility Hospital XYZ' } };
  const { pages } = await readPdf((await renderer.renderDeskPaper(labelsOf(long, patient, order))).pdf);
  expect(pages.flatMap(overlaps)).toEqual([]);
  expect(pages.map(({ width, height }) => [Math.round(width / MM), Math.round(height / MM)])).toEqual(Array(2).fill([210, 297]));
  const boxes = Array.from({ length: order.count }, (_, n) => labelAt(sheet, order.start - 1 + n));
  const inside = boxes.map(({ page, left, top }) =>
    (pages[page]?.items ?? []).filter(({ x, y, width, height }) => {
      const [fromLeft, fromTop] = [x / MM - left, 297 - y / MM - top];
      return fromLeft > 3 && fromLeft + width / MM < sheet.width - 2 && fromTop - height / MM > 1.5 && fromTop < sheet.height - 1.5;
    }),
  );
  // Every piece of text is in exactly one place, and every place holds her name, number, date of birth and the clinic.
  expect(inside.flat()).toHaveLength(pages.flatMap(({ items }) => items).length);
  for (const items of inside) {
    const text = items.map(({ text: words }) => words).join(' ');
    for (const words of ['LAKSHMI', 'KRISHNAMURTHY', WIDE, 'Born 09-Mar-1994', 'Wardha']) expect(squeezed(text)).toContain(squeezed(words));
  }
});

test('labels stand where the sheets have them, and a used sheet is finished', () => {
  const at = (id: LabelSheetId, place: number) => {
    const { page, left, top } = labelAt(LABEL_SHEETS[id], place);
    return [page, Math.round(left * 100) / 100, Math.round(top * 100) / 100];
  };
  expect([at('3x8', 0), at('3x8', 4), at('3x8', 24)]).toEqual([
    [0, 0, 0.5],
    [0, 70, 37.5],
    [1, 0, 0.5],
  ]);
  expect([at('3x7', 0), at('3x7', 20)]).toEqual([
    [0, 7.21, 15.15],
    [0, 139.29, 243.75],
  ]);
  expect([at('2x7', 1), at('2x7', 13)]).toEqual([
    [0, 106.25, 15.15],
    [0, 106.25, 243.75],
  ]);
});

test('the test page says which printer it came from and how large its frame is', async () => {
  const { pages } = await readPdf((await renderer.renderDeskPaper(testPageOf(of([en]), ['Front desk']))).pdf);
  expect(pages.map(({ text }) => text.trim())).toEqual([
    expect.stringMatching(/^Test page ?Lotus Clinic ?Front desk ?The frame is 190 mm wide and 60 mm high\./),
  ]);
});
