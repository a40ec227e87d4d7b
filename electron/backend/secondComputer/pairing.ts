import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { PairingTryKind } from '#core/contract/secondComputer.ts';

/** How long a code can be used. */
export const CODE_MS = 5 * 60_000;
/** How often digits may be tried for one code, whoever tries. */
export const CODE_TRIES = 5;
/** How many tries of a code that has ended are still told; the rest is refused in silence, so that nobody floods the log. */
const TOLD_AFTER_END = 5;

interface Clocks {
  now: () => Date;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs: () => number;
}

interface Code {
  digits: string;
  /** Who asked for it. */
  userId: string;
  asked: { wallMs: number; monotonicMs: number };
  triesLeft: number;
  /** open; used: a computer was paired with it; over: too many tries, cancelled, or too late. */
  state: 'open' | 'used' | 'over';
  toldAfterEnd: number;
}

/** What became of a try: `told` false where it is one too many to be told. */
export interface PairingTry {
  kind: PairingTryKind;
  /** Who asked for the code; null where there was none. */
  userId: string | null;
  told: boolean;
}

/** Compares without telling by its time where two texts differ. */
function same(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

/**
 * The code by which one computer is paired, in memory alone; a new one ends the one before. A try is counted before its
 * digits are looked at and without a pause in between, so that tries at the same moment are counted one by one.
 */
export class Pairing {
  readonly #clocks: Clocks;
  #code: Code | null = null;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
  }

  /** A new code for `userId`. */
  start(userId: string): void {
    const { now, monotonicMs } = this.#clocks;
    this.#code = {
      digits: String(randomInt(100_000_000)).padStart(8, '0'),
      userId,
      asked: { wallMs: now().getTime(), monotonicMs: monotonicMs() },
      triesLeft: CODE_TRIES,
      state: 'open',
      toldAfterEnd: 0,
    };
  }

  cancel(): void {
    if (this.#code?.state === 'open') this.#code.state = 'over';
  }

  /** The code that can be used now. */
  get open(): { code: string; until: string; triesLeft: number } | null {
    const code = this.#present();
    if (code?.state !== 'open') return null;
    return { code: code.digits, until: new Date(code.asked.wallMs + CODE_MS).toISOString(), triesLeft: code.triesLeft };
  }

  /** Who asked for the newest code. */
  get asker(): string | undefined {
    return this.#code?.userId;
  }

  /** Counts a try and says what it was. Right digits use the code up at once. */
  try(digits: string): PairingTry {
    const code = this.#present();
    if (!code) return { kind: 'wrong', userId: null, told: false };
    const right = same(digits, code.digits);
    if (code.state !== 'open') {
      code.toldAfterEnd += 1;
      const kind = !right ? 'wrong' : code.state === 'used' ? 'used' : 'old';
      return { kind, userId: code.userId, told: code.toldAfterEnd <= TOLD_AFTER_END };
    }
    code.triesLeft -= 1;
    if (right) code.state = 'used';
    else if (code.triesLeft === 0) code.state = 'over';
    return { kind: right ? 'paired' : 'wrong', userId: code.userId, told: true };
  }

  /** By either clock: one can be set back, the other stands still while the machine sleeps. */
  #present(): Code | null {
    const code = this.#code;
    if (code?.state === 'open') {
      const wall = this.#clocks.now().getTime() - code.asked.wallMs;
      const monotonic = this.#clocks.monotonicMs() - code.asked.monotonicMs;
      if (wall >= CODE_MS || wall < 0 || monotonic >= CODE_MS) code.state = 'over';
    }
    return code;
  }
}
