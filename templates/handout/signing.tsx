import { Canvas, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { tagged } from './engine/tags.ts';
import type { Painter } from './icons.tsx';
import { INK, LINE_HEIGHT, type Look, MM } from './theme.ts';
import { Words } from './words.tsx';

/** Room for a thumb: 30 × 40 mm. */
export const THUMB = { width: 30 * MM, height: 40 * MM };
/** Height of a line to write on. */
const WRITE = 8 * MM;
const WRITE_CLOSE = 6.5 * MM;
const BOX_LINE = 1;

/** A line to write on, with what belongs there in small type under it. */
export function WriteLine({ look, text, width }: { look: Look; text: string; width: number }): ReactNode {
  return (
    <View style={{ width, marginTop: look.close ? WRITE_CLOSE : WRITE, borderTopWidth: 0.75, borderTopColor: INK, paddingTop: 1 }}>
      <Words look={look} text={text} width={width} size={look.theme.small} lineHeight={LINE_HEIGHT.furniture} />
    </View>
  );
}

/** The empty box for a thumb; `alt` says it in words. */
export function ThumbBox({ alt }: { alt: string }): ReactNode {
  return (
    <Canvas
      {...tagged('Figure', { alt })}
      style={THUMB}
      paint={(painter: Painter) => {
        painter
          .lineWidth(BOX_LINE)
          .strokeColor(INK)
          .rect(BOX_LINE / 2, BOX_LINE / 2, THUMB.width - BOX_LINE, THUMB.height - BOX_LINE)
          .stroke();
        return null;
      }}
    />
  );
}
