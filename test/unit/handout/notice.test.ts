import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { loadNotice } from '#backend/documents/loadNotice.ts';
import { readingGrade } from '#backend/packs/readingGrade.ts';
import { LONGEST_SENTENCE, sentencesOf, wordsOf } from '#backend/packs/sentences.ts';
import { noticeOf, noticePage } from '#core/domain/notice.ts';
import { languagesOn, type PaperLanguage } from '#core/domain/text.ts';
import { outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { structureOf, walk } from '../../../electron/cli/check/structureOf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';

const templates = join(import.meta.dirname, '../../../templates');
const noticeDir = join(templates, 'notice');
const texts = { en: await loadNotice(noticeDir, 'en'), hi: await loadNotice(noticeDir, 'hi') };
const labels = { en: await loadLabels(join(templates, 'handout/text'), 'en'), hi: await loadLabels(join(templates, 'handout/text'), 'hi') };
const renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
afterAll(() => renderer.close());

const clinic = {
  name: 'Asha Fertility and Women’s Health Centre, Jaipur',
  address: '214 Second Floor, Corporate Park, Tonk Road, Jaipur, Rajasthan 302018',
  dayPhone: '+91 141 2345 678',
  dayHours: '9 to 17, Mon to Sat',
  nightPhone: '+91 98765 00000',
  emergencyNumbers: ['112'],
};
const page = (change: { years?: number; sample?: boolean; name?: string; language?: PaperLanguage } = {}) => {
  const [first, second] = languagesOn(change.language ?? 'en');
  const filled = (language: 'en' | 'hi') => noticeOf(texts[language], { clinic, years: change.years ?? 10 });
  return noticePage({
    notice: filled(first),
    other: second && filled(second),
    text: texts[first],
    labels: labels[first],
    clinic,
    timeZone: 'Asia/Kolkata',
    patient: { name: change.name ?? 'Sunita Devi', recordNumber: 'A-1042', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } },
    askedBy: 'Meena Joshi',
    at: '2026-11-22T06:00:00.000Z',
    version: '3f9a21c7',
    sample: change.sample ?? false,
  });
};

test('the notice is one page with the clinic, whose it is, all her rights, and where she signs', async () => {
  const { pdf, pages } = await renderer.render(page());
  const { pages: read, title } = await readPdf(pdf);
  if (process.env.CONSULTLEAF_SAVE_PAGES) writeFileSync(process.env.CONSULTLEAF_SAVE_PAGES, pdf);
  expect(pages).toBe(1);
  expect(title).toBe('How we keep your data');
  const words = read[0]?.text ?? '';
  for (const each of [
    clinic.name,
    'Sunita Devi',
    'Record no. A-1042',
    'Asked on Sun 22-Nov-2026',
    'Asked by Meena Joshi',
    '10 years after your last visit. In safety copies',
    'A copy',
    'A change',
    'To erase it.',
    'To take back your yes',
    'Data Protection Board of India',
    'You may say no.',
    'Signature',
    'or thumbprint',
    'Read aloud in (language)',
    'Signature of the witness',
    'Data-protection notice 3f9a21c7',
  ])
    expect(words).toContain(each);
  expect(words).not.toMatch(/[{}]/);
});

test.each([
  ['en', 'SAMPLE'],
  ['hi', 'नमूना'],
] as const)('it stays on one page with the longest name and clinic, and says SAMPLE in the sample clinic (%s)', async (language, word) => {
  const name = 'W'.repeat(20).concat(' ', 'M'.repeat(39));
  const { pdf, pages } = await renderer.render(page({ name, sample: true, years: 25, language }));
  expect(pages).toBe(1);
  const [read] = (await readPdf(pdf)).pages;
  expect(read?.text).toContain(word);
  expect(read && [...outside(read), ...overlaps(read)]).toEqual([]);
});

test('in both languages it is two pages, signed once, and the second says that it is English', async () => {
  const { pdf } = await renderer.render(page({ language: 'both' }));
  const { pages: read, language } = await readPdf(pdf);
  expect(language).toBe('hi-IN');
  expect(read.map(({ text }) => text.includes('दस्तख़त'))).toEqual([true, false]);
  expect(read[1]?.text).toContain('To take back your yes');
  expect(read[1]?.text).not.toContain('Signature');
  const english = (await structureOf(pdf)).roots.flatMap(walk).find(({ role }) => role === 'Sect');
  expect(english?.lang).toBe('en-IN');
});

test('a translation of other words than the English has now is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notice-'));
  cpSync(noticeDir, folder, { recursive: true });
  writeFileSync(join(folder, 'en.yaml'), readFileSync(join(noticeDir, 'en.yaml'), 'utf8').replace('What we keep', 'What we hold'));
  await expect(loadNotice(folder, 'hi')).rejects.toThrow(/hi\.yaml translates other words/);
  rmSync(folder, { recursive: true });
});

test('the Hindi says the numbers, the places and the bold words of the English, in sentences of at most 22 words', () => {
  const stringsOf = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
  const [english, hindi] = [stringsOf(texts.en.parts), stringsOf(texts.hi.parts)];
  expect(hindi.map((line) => line.match(/\{\w+\}/g))).toEqual(english.map((line) => line.match(/\{\w+\}/g)));
  expect(hindi.map((line) => line.includes('*'))).toEqual(english.map((line) => line.includes('*')));
  const counts = [...hindi, texts.hi.lead, texts.hi.agree.text].flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(LONGEST_SENTENCE.hi);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(14);
});

test('its words are those of the sixth year of school at most, in short sentences', () => {
  const notice = noticeOf(texts.en, { clinic: { ...clinic, name: 'our clinic', address: 'at this place' }, years: 10 });
  const lines = [notice.lead, ...notice.parts.flatMap(({ lines }) => lines), notice.agree.text, notice.agree.given].map((line) =>
    line.replaceAll('*', ''),
  );
  const grade = readingGrade(lines, new Set());
  expect(grade?.grade).toBeLessThanOrEqual(6);
  expect(grade?.meanWords).toBeLessThanOrEqual(14);
});
