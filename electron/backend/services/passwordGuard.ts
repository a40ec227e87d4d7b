import { StoreFault } from '../store/store.ts';
import { fault } from './faults.ts';

const FREE_TRIES = 3;
const LONGEST_WAIT_S = 15 * 60;

/**
 * Slows down guessing: after three wrong tries the next has to wait 1 s, then 2 s, 4 s and so on, up to a quarter of an
 * hour. It is kept in memory and runs on a clock that nobody can set back.
 */
export class PasswordGuard {
  readonly #monotonicMs: () => number;
  readonly #tries = new Map<string, { wrong: number; untilMs: number }>();

  /** @param monotonicMs milliseconds of a clock that only goes forward */
  constructor(monotonicMs: () => number = () => performance.now()) {
    this.#monotonicMs = monotonicMs;
  }

  /** Throws WRONG_PASSWORD with the seconds that are left, without looking at the password. */
  check(who: string): void {
    const leftMs = (this.#tries.get(who)?.untilMs ?? 0) - this.#monotonicMs();
    if (leftMs > 0) throw tooSoon(Math.ceil(leftMs / 1000));
  }

  /** Counts a wrong try of each; gives the error for it, with the longest of their waits. */
  wrong(who: readonly string[], message: string): Error {
    const waitSeconds = Math.max(0, ...who.map((each) => this.#count(each)));
    if (waitSeconds === 0) return fault('WRONG_PASSWORD', message);
    return fault('WRONG_PASSWORD', `${message} ${waitSentence(waitSeconds)}`, { waitSeconds });
  }

  /**
   * One try: `work` that fails with the store's `wrongPassword` counts as a wrong one, and leaves with `message`.
   * @param who whose try it is, and what else it is counted for: each of them may have to wait
   */
  async trying<T>(who: readonly string[], message: string, work: () => Promise<T>): Promise<T> {
    for (const each of who) this.check(each);
    try {
      const result = await work();
      for (const each of who) this.right(each);
      return result;
    } catch (error) {
      if (!(error instanceof StoreFault && error.fault === 'wrongPassword')) throw error;
      throw this.wrong(who, message);
    }
  }

  right(who: string): void {
    this.#tries.delete(who);
  }

  /** Counts a wrong try; gives the seconds until the next. */
  #count(who: string): number {
    const wrong = (this.#tries.get(who)?.wrong ?? 0) + 1;
    const waitSeconds = wrong < FREE_TRIES ? 0 : Math.min(2 ** (wrong - FREE_TRIES), LONGEST_WAIT_S);
    this.#tries.set(who, { wrong, untilMs: this.#monotonicMs() + waitSeconds * 1000 });
    return waitSeconds;
  }
}

const waitSentence = (seconds: number) => `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} before the next try.`;
const tooSoon = (waitSeconds: number) => fault('WRONG_PASSWORD', `Too many wrong tries. ${waitSentence(waitSeconds)}`, { waitSeconds });
