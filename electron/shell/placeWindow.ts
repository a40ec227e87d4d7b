import type { Bounds } from './windowMemory.ts';

const USUAL = { width: 1366, height: 768 };
const LEAST = { width: 1024, height: 640 };
/** So much of a window has to lie on a screen that a hand can take hold of it, in points. */
const GRIP = { width: 120, height: 40 };

interface Placed {
  width: number;
  height: number;
  minWidth: number;
  minHeight: number;
  /** Absent where the system may choose. */
  x?: number;
  y?: number;
}

/** How much of the window's upper edge, by which it is moved, lies on a screen. */
function gripOn(area: Bounds, { x, y, width }: Bounds): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  const down = Math.min(y + GRIP.height, area.y + area.height) - Math.max(y, area.y);
  return across >= GRIP.width && down >= GRIP.height;
}

const within = (least: number, wanted: number, most: number) => Math.max(least, Math.min(wanted, Math.max(least, most)));

/**
 * Where a window opens: as it was left, but never larger than a screen, nor where no screen is any more. `areas` are the
 * screens without bars and docks, the main one first.
 */
export function placeWindow(left: Bounds | null, areas: readonly Bounds[]): Placed {
  const main = areas[0] ?? { x: 0, y: 0, ...USUAL };
  const there = left && areas.find((area) => gripOn(area, left));
  const area = there ?? main;
  const minWidth = Math.min(LEAST.width, area.width);
  const minHeight = Math.min(LEAST.height, area.height);
  const width = within(minWidth, left?.width ?? USUAL.width, area.width);
  const height = within(minHeight, left?.height ?? USUAL.height, area.height);
  if (!left) return { width, height, minWidth, minHeight };
  return {
    width,
    height,
    minWidth,
    minHeight,
    x: within(area.x, there ? left.x : area.x + Math.round((area.width - width) / 2), area.x + area.width - width),
    y: within(area.y, there ? left.y : area.y + Math.round((area.height - height) / 2), area.y + area.height - height),
  };
}
