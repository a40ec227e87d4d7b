import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { type Font as FontFile, openSync } from 'fontkit';
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
 * Opens the fonts in `fontsDir` and registers them with the engine, which loads each once. Call it once in a process.
 * Words stay whole unless a text asks for a cut itself.
 */
export function openFonts(fontsDir: string): Fonts {
  const faces = FONT_FILES.map(({ family, weight, file }) => {
    const path = join(fontsDir, file);
    Font.register({ family, src: path, fontWeight: weight });
    const font = openSync(path);
    if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts; a single font is expected.`);
    return { family, weight, font };
  });
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
