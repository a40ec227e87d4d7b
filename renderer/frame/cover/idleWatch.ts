import type { Clock } from './clock.ts';

/** The wall clock ahead of the other one by more than this, in milliseconds: the machine slept. */
const APART_MS = 5_000;
/** Longer than the slowest timer of a hidden window, in milliseconds: a pause like this is a sleep. */
const GAP_MS = 90_000;

/**
 * Measures the time without a person. Both clocks count, and the longer time wins: one of them may stand still during
 * sleep, the other may be set back. A machine that slept is due, however short the sleep was.
 */
export class IdleWatch {
  readonly #clock: Clock;
  readonly #limitMs: number;
  #active: { monotonic: number; wall: number };
  #seen: { monotonic: number; wall: number };

  constructor(clock: Clock, limitMs: number) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.#active = this.#now();
    this.#seen = this.#active;
  }

  /** Milliseconds until the window is to be covered; 0 when it is due. Called often, so that a sleep is noticed. */
  leftMs(): number {
    const now = this.#now();
    const gap = { monotonic: now.monotonic - this.#seen.monotonic, wall: now.wall - this.#seen.wall };
    this.#seen = now;
    if (gap.wall - gap.monotonic > APART_MS || Math.max(gap.wall, gap.monotonic) > GAP_MS) return 0;
    const idle = Math.max(now.monotonic - this.#active.monotonic, now.wall - this.#active.wall);
    return Math.max(0, this.#limitMs - idle);
  }

  /** Somebody is here. */
  touch(): void {
    this.#active = this.#now();
  }

  #now() {
    return { monotonic: this.#clock.monotonicMs(), wall: this.#clock.wallMs() };
  }
}
