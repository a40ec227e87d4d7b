import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import type { Font as FontFile } from 'fontkit';
import { shapeWithHarfbuzz } from './engine/shapes.ts';
import { DEVANAGARI_FAMILY, type Family, LATIN_FAMILY } from './theme.ts';

/** The font files that stand in `fontsDir`. */
export const FONT_FILES = [
  { family: LATIN_FAMILY, weight: 400, file: 'NotoSans-Regular.ttf' },
  { family: LATIN_FAMILY, weight: 700, file: 'NotoSans-Bold.ttf' },
  { family: DEVANAGARI_FAMILY, weight: 400, file: 'Mukta-Regular.ttf' },
  { family: DEVANAGARI_FAMILY, weight: 700, file: 'Mukta-Bold.ttf' },
] as const;

/** The opened fonts of a process: they tell what can be printed and draw the outlines across pages. */
export interface Fonts {
  has(codePoint: number, family: Family): boolean;
  /** The bold face, for outlines. */
  bold(family: Family): FontFile;
}

/**
 * Opens the fonts in `fontsDir` in the engine, which keeps each for the whole process, and lets HarfBuzz
 * shape their words. Call it once in a process. Words stay whole unless a text asks for a cut itself.
 */
export async function openFonts(fontsDir: string): Promise<Fonts> {
  const faces = await Promise.all(
    FONT_FILES.map(async ({ family, weight, file }) => {
      const face = { fontFamily: family, fontWeight: weight };
      const path = join(fontsDir, file);
      Font.register({ family, src: path, fontWeight: weight });
      await Font.load(face);
      const font = Font.getFont(face)?.data as FontFile | null | undefined;
      if (!font) throw new Error(`${file} can’t be opened as a font.`);
      shapeWithHarfbuzz(font, readFileSync(path));
      return { family, weight, font };
    }),
  );
  Font.registerHyphenationCallback((word) => [word]);
  return {
    has: (codePoint, family) => faces.every((face) => face.family !== family || face.font.hasGlyphForCodePoint(codePoint)),
    bold(family) {
      const face = faces.find((one) => one.family === family && one.weight === 700);
      if (!face) throw new Error(`No bold font for ${family}.`);
      return face.font;
    },
  };
}
