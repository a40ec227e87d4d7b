import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';
import * as harfbuzz from 'harfbuzzjs';

/** Texts whose shapes are kept: several handouts in both languages, a few megabytes. */
const TEXTS_KEPT = 4_000;

/** Scripts whose letters join or change places, so that their glyphs alone don't tell the word. */
const COMPLEX = /[\u0590-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefc]/;
/** Written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;

/** The word that begins with a glyph, for the text that a viewer copies; glyphs inside a word have none. */
const wordOf = new WeakMap<Glyph, string>();

/** The complex word, or the letter from right to left, of which this glyph is drawn first; undefined inside it and in Latin. */
export function wordAt(glyph: Glyph): string | undefined {
  return wordOf.get(glyph);
}

/** A glyph of a font as it stands in one word: drawn as always, with the characters that it stands for here. */
function glyphFor(font: Font, id: number, codePoints: readonly number[]): Glyph {
  const drawn = font.getGlyph(id);
  return Object.create(drawn, {
    // Read from the font's tables once for all words.
    advanceWidth: { value: drawn.advanceWidth, enumerable: true },
    codePoints: { value: codePoints, enumerable: true },
    isLigature: { value: codePoints.length > 1 },
  });
}

/**
 * The characters of each glyph. The engine counts by them where a line ends, so that together they are the text, in
 * order: glyphs of one cluster share its characters, one each and the rest to the last.
 * @param clusters where in the text the cluster of each glyph begins, rising
 */
function charactersOf(text: string, clusters: readonly number[]): number[][] {
  const characters: number[][] = clusters.map(() => []);
  for (let first = 0; first < clusters.length; ) {
    const start = clusters[first] ?? 0;
    let next = first + 1;
    while (next < clusters.length && clusters[next] === start) next += 1;
    const own = [...text.slice(start, clusters[next] ?? text.length)].map((letter) => letter.codePointAt(0) ?? 0);
    for (let index = first; index < next; index += 1) {
      characters[index] = index === next - 1 ? own.slice(index - first) : own.slice(index - first, index - first + 1);
    }
    first = next;
  }
  return characters;
}

/**
 * What each glyph is drawn first of: a complex word, or a letter where the line runs from right to left, because viewers
 * turn such letters round by themselves.
 */
function spellings(text: string, clusters: readonly number[], leftwards: boolean): (string | undefined)[] {
  if (leftwards)
    return clusters.map((start, index) => (clusters[index + 1] === start ? undefined : text.slice(start, clusters[index + 1])));
  return clusters.map((start, index) => {
    const begins = start !== clusters[index - 1] && (start === 0 || text[start - 1] === ' ');
    const word = begins ? (text.slice(start).split(' ', 1)[0] ?? '') : '';
    return COMPLEX.test(word) ? word : undefined;
  });
}

const isEmpty = (features: unknown) => !features || Object.keys(features).length === 0;

/**
 * Lets HarfBuzz shape a font's texts for the engine, and remembers each for all documents of the process: shaping is most
 * of the work of a Hindi handout. The engine's own shaper misplaces some signs, and its glyphs remember the characters for
 * which they were first asked, so that letters were lost (foliojs/fontkit#154). The glyph of a complex word that is drawn
 * first remembers the word, for `wordAt`.
 * @param bytes the font's file
 */
export function shapeWithHarfbuzz(font: Font, bytes: Uint8Array): void {
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes)));
  const ownLayout = font.layout.bind(font);
  const shaped = new Map<string, GlyphRun>();

  const shape = (text: string): GlyphRun => {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    const leftwards = RIGHT_TO_LEFT.test(text);
    buffer.setDirection(leftwards ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    harfbuzz.shape(shaper, buffer);
    // The engine wants the order of the text and turns a line from right to left round by itself.
    const inLine = buffer.getGlyphInfosAndPositions();
    const inText = leftwards ? inLine.toReversed() : inLine;
    const clusters = inText.map(({ cluster }) => cluster);
    const characters = charactersOf(text, clusters);
    const glyphs = inText.map(({ codepoint }, index) => glyphFor(font, codepoint, characters[index] ?? []));
    spellings(text, clusters, leftwards).forEach((spelling, index) => {
      const glyph = glyphs[index];
      if (glyph && spelling !== undefined) wordOf.set(glyph, spelling);
    });
    const positions: GlyphPosition[] = inText.map(({ xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }));
    return { glyphs, positions, advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) } as GlyphRun;
  };

  font.layout = (text, features, script, language, direction) => {
    if (!isEmpty(features)) return ownLayout(text, features, script, language, direction);
    const known = shaped.get(text);
    if (known) return known;
    if (shaped.size >= TEXTS_KEPT) shaped.clear();
    const run = shape(text);
    shaped.set(text, run);
    return run;
  };
}
