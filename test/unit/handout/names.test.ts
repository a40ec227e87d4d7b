import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import { requiredText } from '#core/domain/text.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { sampleModel } from '../../support/sampleModel.ts';
import { NAMES } from './names.ts';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
});
afterAll(() => renderer.close());

const namedIn = (name: string) => ({ ...sampleModel, identity: { ...sampleModel.identity, name } });

test.each(Object.entries(NAMES))(
  'a name in %s can be typed, is printed in its script, and is found in the file by its letters',
  async (script, names) => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'));
    for (const name of names) {
      expect(requiredText(60).safeParse(name).error?.issues).toBeUndefined();
      const file = join(folder, 'paper.pdf');
      writeFileSync(file, (await renderer.render(namedIn(name))).pdf);
      const words = execFileSync('pdftotext', ['-l', '1', file, '-'], { encoding: 'utf8' })
        .normalize('NFC')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
      // Readers put gaps between letters that run from right to left.
      const found = script === 'Urdu' ? words.replace(/\s/g, '') : words;
      for (const word of name.split(' ')) expect(found).toContain(word.normalize('NFC'));
      const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
      expect(fonts.filter((line) => !/ yes yes yes +\d+ +\d+$/.test(line))).toEqual([]);
    }
    rmSync(folder, { recursive: true });
  },
);

test.each([
  ['Chinese', '王小明'],
  ['Thai', 'สมชาย'],
  ['Hebrew', 'שרה'],
  ['Sinhala', 'සුනීතා'],
])('a name in %s is refused at the field and by the renderer, never printed as boxes', async (_script, name) => {
  expect(requiredText(60).safeParse(name).error?.issues[0]?.message).toContain('These letters can’t be printed.');
  await expect(renderer.render(namedIn(name))).rejects.toBeInstanceOf(RenderFault);
});
