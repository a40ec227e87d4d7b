import { Canvas } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Fonts } from './fonts.ts';
import type { Painter } from './icons.tsx';
import { runsOf } from './runs.ts';
import { ACROSS, type Look, MM } from './theme.ts';

const SLOPE_DEGREES = -52;
const STROKE = 0.7;
/** Distance between the centres of two words, across and down. */
const STEP = { x: 44 * MM, y: 34 * MM };

/**
 * Words across the page as outlines of letters under the text: drawn as paths, so they never enter the page's text.
 */
export function Across(props: { words: readonly string[]; look: Look; fonts: Fonts }): ReactNode {
  const { words, look, fonts } = props;
  const { width, height } = look.page;
  return (
    <Canvas
      style={{ position: 'absolute', top: 0, left: 0, width, height }}
      paint={(painter: Painter) => {
        words.forEach((word, index) => {
          const offset = index - (words.length - 1) / 2;
          const size = word.length > 7 ? 74 : words.length > 1 ? 120 : 150;
          outline(painter, word, { size, x: width / 2 + offset * STEP.x, y: height / 2 + offset * STEP.y, look, fonts });
        });
        return null;
      }}
    />
  );
}

function outline(painter: Painter, word: string, at: { size: number; x: number; y: number; look: Look; fonts: Fonts }): void {
  const pieces = runsOf(word, at.look.theme.family).map((run) => {
    const font = at.fonts.bold(run.family);
    return { run: font.layout(run.text), scale: at.size / font.unitsPerEm };
  });
  const width = pieces.reduce((sum, piece) => sum + piece.run.advanceWidth * piece.scale, 0);
  painter
    .save()
    .translate(at.x, at.y)
    .rotate(SLOPE_DEGREES)
    .translate(-width / 2, at.size * 0.35)
    .strokeColor(ACROSS);
  for (const { run, scale } of pieces) {
    painter
      .save()
      .scale(scale, -scale)
      .lineWidth(STROKE / scale);
    let x = 0;
    run.glyphs.forEach((glyph, index) => {
      const position = run.positions[index];
      if (!position) return;
      painter
        .save()
        .translate(x + position.xOffset, position.yOffset)
        .path(glyph.path.toSVG())
        .stroke()
        .restore();
      x += position.xAdvance;
    });
    painter.restore().translate(run.advanceWidth * scale, 0);
  }
  painter.restore();
}
