import { Canvas } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { INK } from './theme.ts';
import type { Style } from './words.tsx';

/** The part of pdfkit's drawing that icons and marks use. */
export interface Painter {
  save(): Painter;
  restore(): Painter;
  scale(x: number, y?: number): Painter;
  translate(x: number, y: number): Painter;
  rotate(degrees: number): Painter;
  lineWidth(points: number): Painter;
  lineCap(cap: 'round'): Painter;
  lineJoin(join: 'round'): Painter;
  strokeColor(color: string): Painter;
  fillColor(color: string): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  circle(x: number, y: number, radius: number): Painter;
  rect(x: number, y: number, width: number, height: number): Painter;
  path(d: string): Painter;
  stroke(): Painter;
  fill(): Painter;
  fillAndStroke(): Painter;
}

/** Lines from radius `from` to radius `to` around a point, one for each angle. */
function rays(p: Painter, x: number, y: number, from: number, to: number, degrees: readonly number[]): void {
  for (const degree of degrees) {
    const cos = Math.cos((degree * Math.PI) / 180);
    const sin = Math.sin((degree * Math.PI) / 180);
    p.moveTo(x + from * cos, y + from * sin)
      .lineTo(x + to * cos, y + to * sin)
      .stroke();
  }
}

/** Drawn on a grid of 24 × 24, in one stroke weight. */
const DRAWINGS = {
  morning(p: Painter) {
    p.moveTo(3, 19).lineTo(21, 19).stroke();
    p.path('M7 19a5 5 0 0 1 10 0').stroke();
    rays(p, 12, 19, 7.5, 11, [-150, -120, -90, -60, -30]);
  },
  noon(p: Painter) {
    p.circle(12, 12, 4.6).stroke();
    rays(p, 12, 12, 7.2, 10.6, [0, 45, 90, 135, 180, 225, 270, 315]);
  },
  evening(p: Painter) {
    p.moveTo(3, 17).lineTo(21, 17).moveTo(7, 21).lineTo(17, 21).stroke();
    p.path('M7 17a5 5 0 0 1 10 0').stroke();
  },
  bedtime(p: Painter) {
    p.path('M15 3.2a9.2 9.2 0 1 0 6 13.2A7.6 7.6 0 0 1 15 3.2z').fillAndStroke();
  },
  phone(p: Painter) {
    p.path('M6.2 2.5l3.6 1 1.2 4.6-2.4 2a12 12 0 0 0 5.4 5.4l2-2.4 4.6 1.2 1 3.6-2.3 3C11 21.5 2.5 13 3.2 4.8z').fill();
  },
  test(p: Painter) {
    p.path('M12 2.5C8.5 8 6 11.5 6 15a6 6 0 0 0 12 0c0-3.5-2.5-7-6-12.5z').fill();
  },
  transfer(p: Painter) {
    p.path('M12 2L22 12L12 22L2 12z').fill();
  },
  visit(p: Painter) {
    p.circle(12, 12, 9).stroke();
    p.moveTo(12, 6.5).lineTo(12, 12.5).lineTo(16, 14.5).stroke();
  },
  first(p: Painter) {
    p.moveTo(6, 22).lineTo(6, 3).stroke();
    p.path('M6 3h13l-3.5 4.5L19 12H6z').fill();
  },
  last(p: Painter) {
    p.moveTo(6, 22).lineTo(6, 3).stroke();
    p.rect(6, 3, 13, 9).fillAndStroke();
  },
  met(p: Painter) {
    p.moveTo(3, 13).lineTo(9.5, 19.5).lineTo(21, 5).stroke();
  },
  notMet(p: Painter) {
    p.moveTo(4.5, 4.5).lineTo(19.5, 19.5).moveTo(19.5, 4.5).lineTo(4.5, 19.5).stroke();
  },
  notKnown(p: Painter) {
    p.rect(3, 3, 18, 18).stroke();
  },
  doesNotApply(p: Painter) {
    p.moveTo(4, 12).lineTo(20, 12).stroke();
  },
} as const;
export type IconName = keyof typeof DRAWINGS;

/** An icon of `size` points; `stroke` is its line width on the 24-point grid. */
export function Icon(props: { name: IconName; size: number; color?: string; stroke?: number; style?: Style }): ReactNode {
  const { name, size, color = INK, stroke = 2, style } = props;
  return (
    <Canvas
      style={{ width: size, height: size, ...style }}
      paint={(painter: Painter) => {
        painter
          .save()
          .scale(size / 24)
          .lineWidth(stroke)
          .lineCap('round')
          .lineJoin('round')
          .strokeColor(color)
          .fillColor(color);
        DRAWINGS[name](painter);
        painter.restore();
        return null;
      }}
    />
  );
}
