import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { crashGuard } from '../../../electron/shell/crashGuard.ts';
import { placeWindow } from '../../../electron/shell/placeWindow.ts';
import { WindowMemory } from '../../../electron/shell/windowMemory.ts';
import { nextZoom } from '../../../electron/shell/zoom.ts';

const desk = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 1280, height: 984 };

test('a window opens where it was left', () => {
  const left = { x: 2000, y: 100, width: 1100, height: 700 };
  expect(placeWindow(left, [desk, beside])).toEqual({ ...left, minWidth: 1024, minHeight: 640 });
});

test('a window whose screen is gone opens in the middle of the main one', () => {
  const left = { x: 2000, y: 100, width: 1100, height: 700 };
  expect(placeWindow(left, [desk])).toEqual({ x: 410, y: 170, width: 1100, height: 700, minWidth: 1024, minHeight: 640 });
});

test('wherever it was left, a hand can take hold of it, and it is no larger than its screen', () => {
  const area = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -4000, max: 4000 }),
    width: fc.integer({ min: 640, max: 4000 }),
    height: fc.integer({ min: 384, max: 2200 }),
  });
  const bounds = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
  });
  fc.assert(
    fc.property(fc.option(bounds), fc.array(area, { minLength: 1, maxLength: 3 }), (left, areas) => {
      const placed = placeWindow(left, areas);
      expect(placed.minWidth).toBeLessThanOrEqual(placed.width);
      expect(placed.minHeight).toBeLessThanOrEqual(placed.height);
      if (left === null) return;
      const { x = 0, y = 0, width, height } = placed;
      const on = areas.some((each) => x >= each.x && y >= each.y && x + width <= each.x + each.width && y + height <= each.y + each.height);
      expect(on).toBe(true);
    }),
  );
});

test('what a window looked like is remembered over a start, and a file that isn’t whole does no harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-memory-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'electron', 'window.json');
  const place = { userId: crypto.randomUUID(), path: '/consult/0b9d4f6e/decision' };
  const memory = new WindowMemory(file);
  memory.change({ bounds: desk, zoom: 1.5 });
  memory.change({ place });
  expect(new WindowMemory(file).now).toEqual({ bounds: desk, maximized: false, zoom: 1.5, place });
  for (const broken of ['{', '{"zoom":40}', readFileSync(file, 'utf8').replace('/consult', '/SUNITA DEVI')]) {
    writeFileSync(file, broken);
    expect(new WindowMemory(file).now).toEqual({ bounds: null, maximized: false, zoom: 1, place: null });
  }
  expect(() => new WindowMemory(join(file, 'below-a-file.json')).change({ zoom: 2 })).not.toThrow();
});

test('the text grows and shrinks in steps, to its ends and back to its usual size', () => {
  const walk = (step: 'in' | 'out') => {
    const seen = [1];
    for (let next = nextZoom(1, step); next !== seen.at(-1); next = nextZoom(next, step)) seen.push(next);
    return seen;
  };
  expect(walk('in')).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]);
  expect(walk('out')).toEqual([1, 0.9, 0.8, 0.67, 0.5]);
  expect(nextZoom(2.5, 'usual')).toBe(1);
});

test('what ends three times within a minute may start again, a fourth time not, and later again', () => {
  let now = 0;
  const may = crashGuard(() => now);
  const ends = [0, 10_000, 20_000, 30_000].map((at) => {
    now = at;
    return may();
  });
  expect(ends).toEqual([true, true, true, false]);
  now = 200_000;
  expect(may()).toBe(true);
});
