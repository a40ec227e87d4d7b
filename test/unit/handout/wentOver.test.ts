import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { pdfText } from '../../support/pdfText.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { sampleModel } from '../../support/sampleModel.ts';

const textDir = join(import.meta.dirname, '../../../templates/handout/text');
const renderer = createPdfRenderer(await builtPdfWorker());
afterAll(() => renderer.close());

describe.each(['en', 'hi'] as const)('What we went over, in %s', (language) => {
  test('stands on one page with each part beside how it went', async () => {
    const { title, items, states } = (await loadLabels(textDir, language)).teachBack;
    const texts = Object.values(states);
    const rows = Object.values(items).map((label, index) => ({ label, text: texts[index % texts.length] ?? '' }));
    const model: HandoutModel = { ...sampleModel, language, act: [], calendar: [], explain: [{ kind: 'teachBack', title, rows }] };
    const { pdf } = await renderer.render(model);
    if (process.env.CONSULTLEAF_SAVE_PAGES) writeFileSync(`${process.env.CONSULTLEAF_SAVE_PAGES}-${language}.pdf`, pdf);
    const read = pdfText(pdf);
    for (const { label, text } of rows) expect(read).toContain(`${label} ${text}`.normalize('NFC'));
    for (const page of (await readPdf(pdf)).pages) {
      expect(outside(page)).toEqual([]);
      expect(overlaps(page)).toEqual([]);
    }
  });
});
