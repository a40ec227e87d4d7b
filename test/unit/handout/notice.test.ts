import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { loadNotice } from '#backend/documents/loadNotice.ts';
import { readingGrade } from '#backend/packs/readingGrade.ts';
import { noticeOf, noticePage } from '#core/domain/notice.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';

const templates = join(import.meta.dirname, '../../../templates');
const text = await loadNotice(join(templates, 'notice'), 'en');
const labels = await loadLabels(join(templates, 'handout/text'), 'en');
const renderer = createPdfRenderer(await builtPdfWorker());
afterAll(() => renderer.close());

const clinic = {
  name: 'Asha Fertility and Women’s Health Centre, Jaipur',
  address: '214 Second Floor, Corporate Park, Tonk Road, Jaipur, Rajasthan 302018',
  dayPhone: '+91 141 2345 678',
  dayHours: '9 to 17, Mon to Sat',
  nightPhone: '+91 98765 00000',
  emergencyNumbers: ['112'],
};
const page = (change: { years?: number; sample?: boolean; name?: string } = {}) =>
  noticePage({
    notice: noticeOf(text, { clinic, years: change.years ?? 10 }),
    text,
    labels,
    clinic,
    timeZone: 'Asia/Kolkata',
    patient: { name: change.name ?? 'Sunita Devi', recordNumber: 'A-1042', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } },
    askedBy: 'Meena Joshi',
    at: '2026-11-22T06:00:00.000Z',
    version: '3f9a21c7',
    sample: change.sample ?? false,
  });

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

test('it stays on one page with the longest name and clinic, and says SAMPLE in the sample clinic', async () => {
  const { pdf, pages } = await renderer.render(page({ name: 'W'.repeat(20).concat(' ', 'M'.repeat(39)), sample: true, years: 25 }));
  expect(pages).toBe(1);
  expect((await readPdf(pdf)).pages[0]?.text).toContain('SAMPLE');
});

test('its words are those of the sixth year of school at most, in short sentences', () => {
  const notice = noticeOf(text, { clinic: { ...clinic, name: 'our clinic', address: 'at this place' }, years: 10 });
  const texts = [notice.lead, ...notice.parts.flatMap(({ lines }) => lines), notice.agree.text, notice.agree.given].map((line) =>
    line.replaceAll('*', ''),
  );
  const grade = readingGrade(texts, new Set());
  expect(grade?.grade).toBeLessThanOrEqual(6);
  expect(grade?.meanWords).toBeLessThanOrEqual(14);
});
