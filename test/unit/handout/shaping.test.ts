import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Page } from '@react-pdf/renderer';
import fc from 'fast-check';
import * as harfbuzz from 'harfbuzzjs';
import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import { each } from '#templates/handout/each.ts';
import { layOutDocument } from '#templates/handout/engine/draw.ts';
import { Paper } from '#templates/handout/engine/paper.ts';
import { openFonts } from '#templates/handout/fonts.ts';
import { runsOf } from '#templates/handout/runs.ts';
import { FONT_FILES } from '#templates/handout/scripts.ts';
import { lookFor } from '#templates/handout/theme.ts';
import { Words } from '#templates/handout/words.tsx';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { printedStrings } from '../../support/printedStrings.ts';
import { HARD_HINDI_WORDS } from './hardHindiWords.ts';
import { NAMES } from './names.ts';

/** A glyph as it stands on the page: font, number in it, and its place in units of the font. */
type Placed = string;

const { fontsDir } = await builtPdfWorker();
const fonts = await openFonts(fontsDir);
await fonts.open(FONT_FILES.map(({ family }) => family));
const faces = new Map(
  FONT_FILES.map(({ family, weight, file }) => {
    const bytes = readFileSync(join(fontsDir, file));
    const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
    return [`${family} ${weight}` as string, new harfbuzz.Font(face)] as const;
  }),
);

/** What HarfBuzz makes of a text, run by run. */
function expected(text: string): Placed[] {
  return runsOf(text, 'Noto Sans').flatMap(({ text: run, family, bold }) => {
    const face = `${family} ${bold ? 700 : 400}`;
    const font = faces.get(face);
    if (!font) throw new Error(`No font ${face}.`);
    const buffer = new harfbuzz.Buffer();
    buffer.addText(run);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer);
    const places = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
      return `${face} ${codepoint} +${xAdvance} ${xOffset},${yOffset}`;
    });
  });
}

/** Draws each text on a line of its own and gives what reached the page. */
async function drawn(texts: readonly string[]): Promise<Placed[][]> {
  const lines: Placed[][] = [];
  let lastY = Number.NaN;
  const spy = vi.spyOn(Paper.prototype, 'glyphs').mockImplementation(function (this: Paper, glyphs, positions) {
    const { font } = this._font;
    const face = `${font.familyName} ${/bold/i.test(font.subfamilyName) ? 700 : 400}`;
    const unit = font.unitsPerEm;
    const y = (this as unknown as { _ctm: number[] })._ctm[5] ?? 0;
    if (y !== lastY) lines.push([]);
    lastY = y;
    lines.at(-1)?.push(
      ...glyphs.map((glyph, index) => {
        const at = positions[index];
        const advance = Math.round(((at?.xAdvance ?? 0) * unit) / this._fontSize);
        return `${face} ${glyph.id} +${advance} ${Math.round(((at?.xOffset ?? 0) * unit) / this._fontSize)},${Math.round(((at?.yOffset ?? 0) * unit) / this._fontSize)}`;
      }),
    );
    return this;
  });
  const look = lookFor('en', 'A4');
  const rows = each(texts, (text) => createElement(Words, { look, text, width: 90_000 }));
  const page = createElement(Page, { size: [100_000, texts.length * 40 + 100], style: { fontFamily: 'Noto Sans', fontSize: 12 } }, rows);
  const laidOut = await layOutDocument(createElement(Document, {}, page));
  await laidOut.draw({ title: '', language: 'en-IN', at: new Date(0) });
  spy.mockRestore();
  return lines;
}

const isJoiner = (letter: string) => letter === '\u200c' || letter === '\u200d';
/** What the paper would refuse isn't drawn: the marks of the interface's own messages. */
const printable = (text: string) =>
  runsOf(text, 'Noto Sans').every(({ text: run, family }) =>
    [...run].every((letter) => isJoiner(letter) || fonts.has(letter.codePointAt(0) ?? 0, family)),
  );

test('every string of packs, labels and interface and every hard word reaches the page as HarfBuzz shapes it, in any order', {
  timeout: 300_000,
}, async () => {
  const whole = printedStrings().map((text) => text.replace(/\s+/g, ' ').trim());
  const strings = [...new Set([...whole, ...HARD_HINDI_WORDS, ...Object.values(NAMES).flat()])].filter(printable);
  expect(HARD_HINDI_WORDS.length).toBeGreaterThan(200);
  const [order = strings] = fc.sample(fc.shuffledSubarray(strings, { minLength: strings.length }), { numRuns: 1, seed: Date.now() });
  const wrong: { text: string; is: string; should: string }[] = [];
  for (let from = 0; from < order.length; from += 100) {
    const part = order.slice(from, from + 100);
    const lines = await drawn(part);
    expect(lines.length).toBe(part.length);
    part.forEach((text, index) => {
      const is = lines[index]?.join('\n') ?? '';
      const should = expected(text).join('\n');
      if (is !== should) wrong.push({ text, is, should });
    });
  }
  expect(wrong).toEqual([]);
});
