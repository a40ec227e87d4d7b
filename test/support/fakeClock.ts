import type { Clock } from '../../renderer/frame/cover/clock.ts';

interface Timer {
  everyMs: number;
  nextMs: number;
  run: () => void;
}

/** A clock that a test moves: nothing waits for real time. */
export class FakeClock implements Clock {
  #monotonic = 1_000;
  #wall = Date.UTC(2026, 11, 2, 5);
  #timers = new Set<Timer>();

  readonly monotonicMs = () => this.#monotonic;
  readonly wallMs = () => this.#wall;
  readonly every = (ms: number, run: () => void) => {
    const timer = { everyMs: ms, nextMs: this.#monotonic + ms, run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  };

  /** Time passes on a machine that is awake. */
  pass(seconds: number): void {
    const end = this.#monotonic + seconds * 1000;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#wall += next.nextMs - this.#monotonic;
      this.#monotonic = next.nextMs;
      next.nextMs += next.everyMs;
      next.run();
    }
    this.#wall += end - this.#monotonic;
    this.#monotonic = end;
  }

  /** The machine sleeps: the wall clock goes on, the other stands still; then the timers run again. */
  sleep(seconds: number): void {
    this.#wall += seconds * 1000;
    this.pass(1);
  }

  /** Somebody sets the wall clock. */
  setWall(seconds: number): void {
    this.#wall += seconds * 1000;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ nextMs }) => nextMs <= end).toSorted((one, other) => one.nextMs - other.nextMs)[0];
  }
}
