import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';
import * as harfbuzz from 'harfbuzzjs';

/** Words and lines whose shapes are kept: several handouts in both languages, a few megabytes. */
const WORDS_KEPT = 20_000;
const LINES_KEPT = 4_000;

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
  return Object.create(font.getGlyph(id), {
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
  return clusters.map((start, index) => {
    const first = clusters.indexOf(start);
    const end = clusters.find((other) => other > start) ?? text.length;
    const characters = [...text.slice(start, end)].map((letter) => letter.codePointAt(0) ?? 0);
    const last = clusters.lastIndexOf(start);
    return index === last ? characters.slice(index - first) : characters.slice(index - first, index - first + 1);
  });
}

/**
 * What each glyph is drawn first of: a complex word, or a letter where the line runs from right to left, because viewers
 * turn such letters round by themselves.
 */
function spellings(text: string, clusters: readonly number[], leftwards: boolean): (string | undefined)[] {
  if (!COMPLEX.test(text)) return [];
  if (!leftwards) return [text];
  return clusters.map((start, index) => (clusters[index + 1] === start ? undefined : text.slice(start, clusters[index + 1])));
}

function kept<V>(cache: Map<string, V>, limit: number, key: string, make: () => V): V {
  const found = cache.get(key);
  if (found !== undefined) return found;
  if (cache.size >= limit) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}

const isEmpty = (features: unknown) => !features || Object.keys(features).length === 0;

/**
 * Lets HarfBuzz shape a font's words for the engine, and remembers each word for all documents of the process: shaping is
 * most of the work of a Hindi handout. The engine's own shaper misplaces some signs, and its glyphs remember the characters
 * for which they were first asked, so that letters were lost (foliojs/fontkit#154). Words are shaped apart from their
 * spaces: across a space no glyph of the handout's fonts changes. The glyph of a complex word that is drawn first
 * remembers the word, for `wordAt`.
 * @param bytes the font's file
 */
export function shapeWithHarfbuzz(font: Font, bytes: Uint8Array): void {
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes)));
  const ownLayout = font.layout.bind(font);
  const words = new Map<string, GlyphRun>();
  const lines = new Map<string, GlyphRun>();

  const shape = (text: string): GlyphRun =>
    kept(words, WORDS_KEPT, text, () => {
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      const leftwards = RIGHT_TO_LEFT.test(text);
      buffer.setDirection(leftwards ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
      harfbuzz.shape(shaper, buffer);
      // The engine wants the order of the text and turns a line from right to left round by itself.
      const inLine = buffer.getGlyphInfosAndPositions();
      const shaped = leftwards ? inLine.toReversed() : inLine;
      const clusters = shaped.map(({ cluster }) => cluster);
      const characters = charactersOf(text, clusters);
      const glyphs = shaped.map(({ codepoint }, index) => glyphFor(font, codepoint, characters[index] ?? []));
      spellings(text, clusters, leftwards).forEach((spelling, index) => {
        const glyph = glyphs[index];
        if (glyph && spelling !== undefined) wordOf.set(glyph, spelling);
      });
      const positions: GlyphPosition[] = shaped.map(({ xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
        xAdvance,
        yAdvance,
        xOffset,
        yOffset,
      }));
      return { glyphs, positions, advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) } as GlyphRun;
    });

  font.layout = (text, features, script, language, direction) => {
    if (!isEmpty(features)) return ownLayout(text, features, script, language, direction);
    return kept(lines, LINES_KEPT, text, () => {
      const runs = text
        .split(/( )/)
        .filter((part) => part !== '')
        .map(shape);
      return {
        glyphs: runs.flatMap((run) => run.glyphs),
        positions: runs.flatMap((run) => run.positions),
        advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
      } as GlyphRun;
    });
  };
}
