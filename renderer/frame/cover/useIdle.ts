import { useEffect, useEffectEvent, useState } from 'react';
import { useClock } from './clock.ts';
import { IdleWatch } from './idleWatch.ts';

/** The last stretch in which the window says what is coming, in milliseconds; half of a shorter idle time. */
const WARN_MS = 60_000;
const LOOK_MS = 1_000;
/** Only listened to: a listener that may stop them would slow down scrolling. */
const PASSIVE: ReadonlySet<string> = new Set(['touchstart', 'wheel']);
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel'] as const;

/** A pointer that didn't move: browsers say so when the page under it changes. */
function standsStill(event: Event, last: { x: number; y: number }): boolean {
  if (!(event instanceof PointerEvent) || event.type !== 'pointermove') return false;
  const still = event.screenX === last.x && event.screenY === last.y;
  last.x = event.screenX;
  last.y = event.screenY;
  return still;
}

/**
 * Calls `onDue` when nobody touched this window for `limitMs`, or when the machine slept. Null: never. Gives the seconds
 * that are left in the last minute, null before.
 */
export function useIdle(limitMs: number | null, onDue: () => void): number | null {
  const clock = useClock();
  const [left, setLeft] = useState<number | null>(null);
  const due = useEffectEvent(onDue);
  useEffect(() => {
    if (limitMs === null) return undefined;
    const watch = new IdleWatch(clock, limitMs);
    const warnMs = Math.min(WARN_MS, limitMs / 2);
    let done = false;
    const pointer = { x: Number.NaN, y: Number.NaN };
    function look(): boolean {
      const ms = watch.leftMs();
      setLeft(ms <= warnMs ? Math.ceil(ms / 1000) : null);
      if (ms > 0) return false;
      if (!done) due();
      done = true;
      return true;
    }
    function sign(event: Event) {
      if (!event.isTrusted || standsStill(event, pointer)) return;
      // A key that wakes the machine must not reach what stands on the screen.
      if (look()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      watch.touch();
      setLeft(null);
    }
    const stop = clock.every(LOOK_MS, look);
    for (const kind of SIGNS) window.addEventListener(kind, sign, { capture: true, passive: PASSIVE.has(kind) });
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      stop();
      for (const kind of SIGNS) window.removeEventListener(kind, sign, { capture: true });
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
      setLeft(null);
    };
  }, [clock, limitMs]);
  return left;
}
