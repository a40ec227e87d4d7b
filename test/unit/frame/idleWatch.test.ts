import { expect, test } from 'vitest';
import { IdleWatch } from '../../../renderer/frame/cover/idleWatch.ts';
import { FakeClock } from '../../support/fakeClock.ts';

const TEN_MINUTES = 600_000;

/** A watch that looks at its clock every second, as the window does. */
function watched() {
  const clock = new FakeClock();
  const watch = new IdleWatch(clock, TEN_MINUTES);
  let left = TEN_MINUTES;
  clock.every(1_000, () => {
    left = watch.leftMs();
  });
  return { clock, watch, left: () => left };
}

test('the time without a person is counted, and somebody who is there begins it anew', () => {
  const { clock, watch, left } = watched();
  clock.pass(599);
  expect(left()).toBe(1_000);
  watch.touch();
  clock.pass(599);
  expect(left()).toBe(1_000);
  clock.pass(1);
  expect(left()).toBe(0);
});

test('a machine that slept is due, however short the sleep was', () => {
  const { clock, left } = watched();
  clock.pass(5);
  clock.sleep(8);
  expect(left()).toBe(0);
});

test('a machine whose clocks both go on in sleep is due too', () => {
  const clock = new FakeClock();
  const watch = new IdleWatch(clock, TEN_MINUTES);
  clock.pass(120);
  expect(watch.leftMs()).toBe(0);
});

test('a wall clock that is set back gives no more time', () => {
  const { clock, left } = watched();
  clock.pass(300);
  clock.setWall(-3_600);
  clock.pass(299);
  expect(left()).toBe(1_000);
  clock.pass(1);
  expect(left()).toBe(0);
});
