import type { Font, Glyph } from 'fontkit';
import type { EmbeddedFont } from 'pdfkit';

/** The outline of a glyph as the font file holds it. */
interface ReadGlyph extends Glyph {
  _decode(): unknown;
}

/** Glyphs are read from the font's file once in a process: every paper embeds many of the same. */
export function readGlyphsOnce(font: Font): void {
  const kind = Object.getPrototypeOf(font.getGlyph(0)) as ReadGlyph;
  if (Object.hasOwn(kind, 'readOnce')) return;
  const read = kind._decode;
  const known = new WeakMap<ReadGlyph, unknown>();
  Object.defineProperty(kind, 'readOnce', { value: true });
  kind._decode = function decode(this: ReadGlyph) {
    if (!known.has(this)) known.set(this, read.call(this));
    return known.get(this);
  };
}

/** Subsets of a font that are kept: drafts of a paper, and papers in between. */
const SUBSETS_KEPT = 4;

/** The newest subsets of each font, by their glyphs. */
const subsets = new WeakMap<Font, Map<string, Uint8Array>>();

/** Lets a document take the subset of a font from the one before it when it needs the same glyphs in the same order. */
export function keepSubset({ font, subset }: EmbeddedFont): void {
  const encode = subset.encode.bind(subset);
  subset.encode = () => {
    const known = subsets.get(font) ?? new Map<string, Uint8Array>();
    subsets.set(font, known);
    const glyphs = subset.glyphs.join(' ');
    const bytes = known.get(glyphs) ?? encode();
    known.delete(glyphs);
    known.set(glyphs, bytes);
    for (const oldest of known.keys()) {
      if (known.size <= SUBSETS_KEPT) break;
      known.delete(oldest);
    }
    return bytes;
  };
}
