import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Page } from '@react-pdf/renderer';
import fc from 'fast-check';
import * as harfbuzz from 'harfbuzzjs';
import type { EmbeddedFont } from 'pdfkit';
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

/** A glyph as it stands on the page: font, number in it, and its place from the beginning of the line, in hundredths of a point. */
type Placed = string;

const placed = (face: string, glyph: number, x: number, up: number): Placed =>
  `${face} ${glyph} ${Math.round(x * 100)},${Math.round(up * 100)}`;

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

/** Type size of the lines that are drawn. */
const SIZE = 12;

/** What HarfBuzz makes of a text: each glyph with its place on the line, run by run. */
function expected(text: string): Placed[] {
  let left = 0;
  return runsOf(text, 'Noto Sans').flatMap(({ text: run, family, bold }) => {
    const face = `${family} ${bold ? 700 : 400}`;
    const font = faces.get(face);
    if (!font) throw new Error(`No font ${face}.`);
    const buffer = new harfbuzz.Buffer();
    buffer.addText(run);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer);
    const scale = SIZE / font.face.upem;
    const places = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
      const x = left + xOffset * scale;
      left += xAdvance * scale;
      return placed(face, codepoint, x, yOffset * scale);
    });
  });
}

const OPERATOR = /BT|ET|EMC|\/Span <<.*?>> BDC|\/(F\d+) ([\d.]+) Tf|1 0 0 -1 ([-\d.]+) ([-\d.]+) Tm|\[(.*?)\] TJ|[\d. ]+ rg|(\S+)/g;

/** What a viewer makes of the operators of a line. */
function seenIn(operators: string, fontOf: (id: string) => EmbeddedFont): Placed[] {
  let font: EmbeddedFont | undefined;
  let [x, up, base] = [0, 0, Number.NaN];
  const seen: Placed[] = [];
  for (const [, id, , left, down, array, unknown] of operators.matchAll(OPERATOR)) {
    if (unknown !== undefined) throw new Error(`${unknown} is not an operator of a line.`);
    if (id !== undefined) font = fontOf(id);
    if (left !== undefined) {
      x = Number(left);
      // A line begins on its base line.
      if (Number.isNaN(base)) base = Number(down);
      up = base - Number(down);
    }
    for (const [, hex, adjust] of array?.matchAll(/<([\da-f]+)>|([-\d.]+)/g) ?? []) {
      if (adjust !== undefined) x -= (Number(adjust) * SIZE) / 1000;
      for (const code of hex?.match(/.{4}/g)?.map((digits) => Number.parseInt(digits, 16)) ?? []) {
        if (!font) throw new Error('A glyph has no font.');
        const face = `${font.font.familyName} ${/bold/i.test(font.font.subfamilyName) ? 700 : 400}`;
        seen.push(placed(face, font.subset.glyphs[code] ?? -1, x, up));
        x += ((font.widths[code] ?? Number.NaN) * SIZE) / 1000;
      }
    }
  }
  return seen;
}

/** Draws each text on a line of its own and gives what reached the page. */
async function drawn(texts: readonly string[]): Promise<Placed[][]> {
  const lines: Placed[][] = [];
  const fontOf = (paper: Paper) => (id: string) => {
    const found = Object.values(paper._fontFamilies).find((font) => font.id === id);
    if (!found) throw new Error(`${id} is not a font of the paper.`);
    return found;
  };
  const spy = vi.spyOn(Paper.prototype, 'addContent').mockImplementation(function (this: Paper, content) {
    if (content.startsWith('BT')) lines.push(seenIn(content, fontOf(this)));
    return this;
  });
  const look = lookFor('en', 'A4');
  const rows = each(texts, (text) => createElement(Words, { look, text, width: 90_000, wide: true, size: SIZE }));
  const page = createElement(Page, { size: [100_000, texts.length * 40 + 100], style: { fontFamily: 'Noto Sans', fontSize: 12 } }, rows);
  const laidOut = await layOutDocument(createElement(Document, {}, page));
  await laidOut.draw({ title: '', language: 'en-IN', at: new Date(0) });
  // A line that is drawn again is taken from what is kept of it.
  await laidOut.draw({ title: '', language: 'en-IN', at: new Date(0) });
  spy.mockRestore();
  expect(lines.splice(texts.length)).toEqual(lines);
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
