import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { buildClinicCopy } from '#core/domain/clinicCopy.ts';
import { asRead, outside, overlaps, textsOnPaper } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { structureOf, walk } from '../../../electron/cli/check/structureOf.ts';
import { pdfText } from '../../support/pdfText.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { shippedPack } from '../../support/shippedPacks.ts';
import { smallTopic, smallVisit, withAnswers } from '../../support/smallVisit.ts';

const textDir = join(import.meta.dirname, '../../../templates/handout/text');
const pack = await shippedPack('tacrolimus-fertility');
const renderer = createPdfRenderer(await builtPdfWorker());
afterAll(() => renderer.close());

const LONGEST = {
  name: 'Mohammadi Zubeida Khatoon Ansari '.repeat(2).slice(0, 60).trim(),
  recordNumber: 'W-778-'.repeat(4).slice(0, 20),
  age: { kind: 'told', years: 32, toldOn: '2026-11-22' },
} as const;

describe.each(['en', 'hi'] as const)('The clinic copy in %s', (language) => {
  const modelOf = async (changes: ProgramAnswers = {}, visit: object = {}) => {
    const final = { version: 1, madeAt: '2027-02-12T06:12:30Z', madeBy: 'Dr A. Sample' };
    const program = withAnswers({ acknowledged: ['offLabel', 'options', 'risks'], ...changes });
    return buildClinicCopy({ visit: smallVisit(program, smallTopic, visit), pack, final }, await loadLabels(textDir, language));
  };

  test.each(['A4', 'Letter'] as const)('is one page of %s with all its words, clean', async (paper) => {
    const model = await modelOf({ paper, talkLanguage: 'हिन्दी, Marwari' });
    const { pdf, pages } = await renderer.render(model);
    if (process.env.CONSULTLEAF_SAVE_PAGES) writeFileSync(`${process.env.CONSULTLEAF_SAVE_PAGES}-${language}-${paper}.pdf`, pdf);
    expect(pages).toBe(1);
    const [page] = (await readPdf(pdf)).pages;
    if (!page) throw new Error('The clinic copy has no page.');
    expect(outside(page)).toEqual([]);
    expect(overlaps(page)).toEqual([]);
    // A danda stands so close to the next word that a reader may see no space there.
    const bare = (text: string) => text.normalize('NFC').replaceAll(' ', '');
    const read = bare(pdfText(pdf));
    const { thumbBox } = model.act.flatMap((block) => (block.kind === 'clinicCopy' ? [block.sign] : []))[0] ?? {};
    for (const text of textsOnPaper(model)) if (text !== asRead(thumbBox ?? '')) expect(read).toContain(bare(text));
  });

  test('stays on one page with the longest names, in the sample clinic and without a language', async () => {
    const doctor = { name: 'Dr Mohammad Khurshid-Ahmad Wankhede'.slice(0, 35), registration: 'Maharashtra MMC 2011-08-1234'.slice(0, 25) };
    for (const paper of ['A4', 'Letter'] as const) {
      const { pdf, pages } = await renderer.render(await modelOf({ paper }, { patient: LONGEST, doctor, sample: true }));
      expect(pages).toBe(1);
      for (const page of (await readPdf(pdf)).pages) expect([outside(page), overlaps(page)]).toEqual([[], []]);
    }
  });

  test('the box for a thumb is a figure with a text, and what was said is a table with heads', async () => {
    const model = await modelOf();
    const { pdf } = await renderer.render(model);
    const all = (await structureOf(pdf)).roots.flatMap(walk);
    const labels = (await loadLabels(textDir, language)).clinicCopy;
    expect(all.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([labels.sign.thumbBox]);
    expect(all.filter(({ role }) => role === 'H2')).toHaveLength(3);
    const tables = all.filter(({ role }) => role === 'Table');
    expect(tables.map(({ children }) => children.length)).toEqual([2, 5]);
    for (const row of tables.flatMap(({ children }) => children)) expect(row.children.map(({ role }) => role)).toEqual(['TH', 'TD']);
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const [one, other] = [await renderer.render(await modelOf()), await renderer.render(await modelOf())];
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true);
  });
});
