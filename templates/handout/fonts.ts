import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import type { Font as FontFile } from 'fontkit';
import { shapeWithHarfbuzz } from './engine/shapes.ts';
import { readGlyphsOnce } from './engine/subsets.ts';
import { runsOf } from './runs.ts';
import { DEVANAGARI_FAMILY, type Family, FONT_FILES, LATIN_FAMILY } from './scripts.ts';

/** The opened fonts of a process: they tell what can be printed and draw the outlines across pages. */
export interface Fonts {
  /** Opens the faces that a text needs besides Latin and Devanagari, once in a process. */
  open(families: Iterable<Family>): Promise<void>;
  has(codePoint: number, family: Family): boolean;
  /** The bold face, for outlines. */
  bold(family: Family): FontFile;
  /** Width of a line of plain text as a part of its type size. */
  widthOf(text: string, family: Family): number;
}

/** What the engine asks a font for at each letter, and the font reads from its tables each time. */
const METRICS = ['unitsPerEm', 'ascent', 'descent', 'lineGap'] as const;

/** Lets a name in another script stand in its line as Latin letters do: its face asks for more room, and would push them down. */
function standInLine(font: FontFile, latin: FontFile): void {
  const scale = font.unitsPerEm / latin.unitsPerEm;
  for (const metric of ['ascent', 'descent', 'lineGap'] as const) Object.defineProperty(font, metric, { value: latin[metric] * scale });
}

/**
 * Opens the fonts in `fontsDir` in the engine, which keeps each for the whole process, and lets HarfBuzz shape their
 * words: Latin and Devanagari at once, other scripts when a text needs them. Call it once in a process. Words stay whole
 * unless a text asks for a cut itself.
 */
export async function openFonts(fontsDir: string): Promise<Fonts> {
  const faces = new Map<Family, Promise<Map<number, FontFile>>>();
  const opened = new Map<Family, Map<number, FontFile>>();
  const held = new Map<Family, Map<number, boolean>>();
  for (const { family, weight, file } of FONT_FILES) Font.register({ family, src: join(fontsDir, file), fontWeight: weight });
  Font.registerHyphenationCallback((word) => [word]);

  async function openFamily(family: Family): Promise<Map<number, FontFile>> {
    const byWeight = new Map<number, FontFile>();
    for (const { weight, file } of FONT_FILES.filter((each) => each.family === family)) {
      const face = { fontFamily: family, fontWeight: weight };
      await Font.load(face);
      const font = Font.getFont(face)?.data as FontFile | null | undefined;
      if (!font) throw new Error(`${file} can’t be opened as a font.`);
      for (const metric of METRICS) Object.defineProperty(font, metric, { value: font[metric], configurable: true });
      shapeWithHarfbuzz(font, readFileSync(join(fontsDir, file)));
      readGlyphsOnce(font);
      const latin = opened.get(LATIN_FAMILY)?.get(weight);
      if (latin && family !== DEVANAGARI_FAMILY) standInLine(font, latin);
      byWeight.set(weight, font);
    }
    opened.set(family, byWeight);
    return byWeight;
  }

  function face(family: Family, weight: 400 | 700): FontFile {
    const font = opened.get(family)?.get(weight);
    if (!font) throw new Error(`${family} has not been opened.`);
    return font;
  }

  const fonts: Fonts = {
    async open(families) {
      for (const family of families) {
        if (!faces.has(family)) faces.set(family, openFamily(family));
        await faces.get(family);
      }
    },
    has(codePoint, family) {
      const known = held.get(family)?.get(codePoint);
      if (known !== undefined) return known;
      const has = [...(opened.get(family)?.values() ?? [])].every((font) => font.hasGlyphForCodePoint(codePoint));
      // Of a face that isn't open yet nothing is known.
      if (opened.has(family)) held.set(family, (held.get(family) ?? new Map<number, boolean>()).set(codePoint, has));
      return has;
    },
    bold: (family) => face(family, 700),
    widthOf: (text, family) =>
      runsOf(text, family).reduce((sum, run) => {
        const font = face(run.family, run.bold ? 700 : 400);
        return sum + font.layout(run.text).advanceWidth / font.unitsPerEm;
      }, 0),
  };
  await fonts.open([LATIN_FAMILY, DEVANAGARI_FAMILY]);
  return fonts;
}
