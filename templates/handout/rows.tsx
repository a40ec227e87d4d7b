import { Canvas, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { LabelText } from '#core/domain/handoutModel.ts';
import { each } from './each.ts';
import { tagged } from './engine/tags.ts';
import type { Painter } from './icons.tsx';
import { ACCENT, INK, LINE_HEIGHT, type Look } from './theme.ts';
import { keptWhole, Words } from './words.tsx';

/** Rows of a bold label and its text, in large print in one line. A row is cut by the end of a page only when it is nearly as high as one. */
export function LabelRows(props: { look: Look; rows: readonly LabelText[]; labelWidth: number; size: number; gap: number }): ReactNode {
  const { look, rows, labelWidth, size, gap } = props;
  if (look.theme.large)
    return each(rows, (row) => (
      <View wrap={!keptWhole(look, [{ text: row.text, width: look.width, size }])} style={{ marginBottom: gap + 3 }}>
        <Words look={look} text={`*${row.label}:* ${row.text}`} width={look.width} size={size} />
      </View>
    ));
  return each(rows, (row) => (
    <View
      {...tagged('TR')}
      wrap={!keptWhole(look, [{ text: row.text, width: look.width - labelWidth, size }])}
      style={{ flexDirection: 'row', marginBottom: gap }}
    >
      <Words look={look} text={row.label} width={labelWidth} size={size} bold tag="TH" scope="Row" style={{ paddingRight: 6 }} />
      <Words look={look} text={row.text} width={look.width - labelWidth} size={size} tag="TD" />
    </View>
  ));
}

/** A paragraph of running text. */
export function Paragraph(props: { look: Look; text: string; bold?: boolean; size?: number; below?: number; ahead?: number }): ReactNode {
  const { look, text, bold = false, size = look.theme.body, below = 3, ahead } = props;
  return (
    <Words
      look={look}
      text={text}
      width={look.width}
      size={size}
      bold={bold}
      lineHeight={look.theme.running}
      style={{ marginBottom: below }}
      {...(ahead ? { ahead } : {})}
    />
  );
}

/** From the square of a bullet to its words. */
const BULLET = 11.5;

/** Lines with a square before each. */
export function Bullets(props: { look: Look; lines: readonly string[]; size?: number; lineHeight?: number }): ReactNode {
  const { look, lines, size = look.theme.body, lineHeight = look.theme.running } = props;
  const width = look.width - BULLET;
  return each(lines, (line) => (
    <View {...tagged('LI')} wrap={!keptWhole(look, [{ text: line, width, size }])} style={{ flexDirection: 'row', marginBottom: 1 }}>
      <View style={{ width: 4.5, height: 4.5, backgroundColor: ACCENT, marginTop: size * 0.55, marginRight: BULLET - 4.5 }} />
      <Words look={look} text={line} width={width} size={size} lineHeight={lineHeight} tag="LBody" />
    </View>
  ));
}

/** Between two lines that stand beside each other. */
const PAIR_GAP = 10;

/** Short lines with a square before each, two beside each other; in large print below each other. */
export function BulletPairs(props: { look: Look; lines: readonly string[]; size: number }): ReactNode {
  const { look, lines, size } = props;
  if (look.theme.large) return <Bullets {...props} />;
  const width = (look.width - PAIR_GAP) / 2;
  const half = Math.ceil(lines.length / 2);
  const pairs = lines.slice(0, half).map((_, index) => lines.slice(2 * index, 2 * index + 2));
  const whole = keptWhole(
    look,
    lines.map((text) => ({ text, width: width - BULLET, size })),
  );
  return each(pairs, (pair) => (
    <View wrap={!whole} style={{ flexDirection: 'row', columnGap: PAIR_GAP }}>
      {each(pair, (line) => (
        <View style={{ width }}>
          <Bullets look={{ ...look, width }} lines={[line]} size={size} lineHeight={LINE_HEIGHT.body} />
        </View>
      ))}
    </View>
  ));
}

const BOX_LINE = 1.1;

/** An empty box of `size` points for a tick. `alt` says it in words where the box itself is what stands there. */
export function TickBox({ size, alt }: { size: number; alt?: string }): ReactNode {
  return (
    <Canvas
      {...(alt === undefined ? {} : tagged('Figure', { alt }))}
      style={{ width: size, height: size }}
      paint={(painter: Painter) => {
        painter
          .lineWidth(BOX_LINE)
          .strokeColor(INK)
          .rect(BOX_LINE / 2, BOX_LINE / 2, size - BOX_LINE, size - BOX_LINE)
          .stroke();
        return null;
      }}
    />
  );
}
