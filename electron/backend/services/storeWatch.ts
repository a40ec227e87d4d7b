import type { StoreWarning } from '#core/contract/shapes.ts';
import { brokenChain } from '../store/audit.ts';
import type { ChainBreak } from '../store/auditCommands.ts';
import { storeFault } from '../store/faults.ts';
import type { Store } from '../store/store.ts';
import type { Events } from './context.ts';
import type { SignIn, SignIns } from './signIns.ts';

/** Rows that are checked at a time: a few milliseconds, so that no save waits noticeably. */
const ROWS_AT_A_TIME = 250;
const BETWEEN_PARTS_MS = 100;
/** Once all is checked: how often rows that wait for room on the disk are tried again. */
const BETWEEN_TRIES_MS = 5000;

interface Seen {
  broken: ChainBreak | null;
  held: number;
  /** The log was walked to its end since it was opened. */
  walked: boolean;
}

/**
 * Looks after the store that is open, a little at a time while somebody is signed in: goes on with the check of the whole
 * log, and has rows of the log that a full disk did not take written as soon as it takes them. What it finds stands in the
 * status of each window.
 */
export class StoreWatch {
  readonly #signIns: SignIns;
  readonly #events: Events;
  readonly #now: () => Date;
  readonly #ended = new AbortController();
  #seen = new WeakMap<Store, Seen>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ signIns, events, now }: { signIns: SignIns; events: Events; now: () => Date }) {
    this.#signIns = signIns;
    this.#events = events;
    this.#now = now;
    this.#listen().catch(() => undefined);
  }

  /** What is wrong with records that can be used all the same. */
  warningsFor({ store, user }: SignIn): StoreWarning[] {
    const seen = this.#seen.get(store);
    const administers = user.roles.includes('administrator');
    const full = storeFault(
      'diskFull',
      'The disk is full: nothing can be saved. Records can be read; who reads them is written down later.',
    );
    const faults = [...(seen?.held ? [full] : []), ...(seen?.broken && administers ? [brokenChain(seen.broken)] : [])];
    return faults.map(({ fault, message }) => ({ fault, message }));
  }

  end(): void {
    this.#ended.abort();
    clearTimeout(this.#timer);
  }

  /** Every sign-in and sign-out is told as `status`. */
  async #listen(): Promise<void> {
    for await (const event of this.#events.subscribe(this.#ended.signal)) {
      if (event.kind === 'status' && this.#timer === undefined) this.#later(BETWEEN_PARTS_MS);
    }
  }

  #later(ms: number): void {
    if (this.#ended.signal.aborted) return;
    this.#timer = setTimeout(() => this.#look().catch(() => undefined), ms).unref();
  }

  async #look(): Promise<void> {
    const stores = new Set(this.#signIns.all().map(({ signIn }) => signIn.store));
    let wait = BETWEEN_TRIES_MS;
    for (const store of stores) {
      const seen = await this.#lookAt(store);
      if (seen && !seen.walked) wait = BETWEEN_PARTS_MS;
    }
    this.#timer = undefined;
    if (stores.size > 0) this.#later(wait);
  }

  /** Null when the store was closed meanwhile, or can't be read: whoever uses it is told then. */
  async #lookAt(store: Store): Promise<Seen | null> {
    const before = this.#seen.get(store) ?? { broken: null, held: 0, walked: false };
    const actor = { userId: 'system', at: this.#now().toISOString() } as const;
    const rows = before.walked ? 0 : ROWS_AT_A_TIME;
    const part = await store.run('audit.walk', { after: 'kept', rows }, actor).catch(() => null);
    if (!part) {
      this.#seen.delete(store);
      return null;
    }
    const seen: Seen = { broken: before.broken ?? part.broken, held: part.held, walked: before.walked || part.done };
    this.#seen.set(store, seen);
    const changed = seen.broken !== before.broken || seen.held > 0 !== before.held > 0;
    if (changed) this.#events.publish({ kind: 'status' });
    return seen;
  }
}
