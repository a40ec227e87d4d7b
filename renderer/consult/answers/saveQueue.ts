import type { SaveResult, SaveState } from './keeperState.ts';
import { same } from './maps.ts';

/** A pause in typing after which an answer is stored, in milliseconds. */
const TYPING_PAUSE_MS = 150;

export interface QueueOptions {
  rev: number;
  savedAt: string;
  /** Stores one answer; `null` takes it back. */
  save: (input: { key: string; value: unknown; rev: number }) => Promise<SaveResult>;
  /** How far saving is. */
  onState: (save: SaveState) => void;
  /** Somebody else saved this answer in between. */
  onConflict: (key: string, theirs: unknown) => void;
  /** Everything is stored, and somebody else has saved too. */
  onBehind: () => void;
}

/**
 * Stores answers one after the other, because each save carries the revision that the one before it gave. What can't be
 * stored stays in the queue until it is tried again.
 */
export class SaveQueue {
  readonly #options: QueueOptions;
  readonly #pending = new Map<string, unknown>();
  #typed: { key: string; timer: ReturnType<typeof setTimeout> } | null = null;
  #rev: number;
  #seenRev: number;
  #savedAt: string;
  #sending = false;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#rev = options.rev;
    this.#seenRev = options.rev;
    this.#savedAt = options.savedAt;
  }

  get rev(): number {
    return this.#rev;
  }

  get sending(): boolean {
    return this.#sending;
  }

  get hasUnsaved(): boolean {
    return this.#pending.size > 0 || this.#sending;
  }

  /** Stores an answer as soon as it is its turn; `typing`: after a pause. */
  put(key: string, value: unknown, typing: boolean): void {
    if (this.#typed && this.#typed.key !== key) this.flush();
    this.#pending.delete(key);
    this.#pending.set(key, value);
    this.#options.onState({ kind: 'saving' });
    if (this.#typed) clearTimeout(this.#typed.timer);
    this.#typed = null;
    if (typing) this.#typed = { key, timer: setTimeout(() => this.flush(), TYPING_PAUSE_MS) };
    else void this.#send();
  }

  /** Stores now what was typed. */
  flush(): void {
    if (this.#typed) clearTimeout(this.#typed.timer);
    this.#typed = null;
    void this.#send();
  }

  /** Notes the revision of a fresh copy; whether the copy is newer and nothing waits, so that it may be taken over. */
  takesOver(copy: { rev: number; savedAt: string }): boolean {
    this.#seenRev = Math.max(this.#seenRev, copy.rev);
    if (copy.rev <= this.#rev || this.hasUnsaved) return false;
    this.#rev = copy.rev;
    this.#savedAt = copy.savedAt;
    return true;
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let failed: string | undefined;
    for (let next = this.#next(); next; next = failed === undefined ? this.#next() : undefined) {
      const [key, value] = next;
      const result = await this.#options.save({ key, value, rev: this.#rev });
      if (result.kind === 'failed') failed = result.message;
      else this.#stored(key, value, result);
    }
    this.#sending = false;
    if (failed !== undefined) this.#options.onState({ kind: 'notSaved', message: failed });
    else if (this.#pending.size === 0) {
      this.#options.onState({ kind: 'saved', at: this.#savedAt });
      if (this.#seenRev > this.#rev) this.#options.onBehind();
    }
  }

  #stored(key: string, value: unknown, result: Exclude<SaveResult, { kind: 'failed' }>): void {
    this.#rev = Math.max(this.#rev, result.rev);
    if (result.kind === 'saved') {
      this.#savedAt = result.savedAt;
      if (same(this.#pending.get(key), value)) this.#pending.delete(key);
      return;
    }
    this.#pending.delete(key);
    this.#options.onConflict(key, result.theirs ?? null);
  }

  /** The next answer to store; one that is still being typed waits for its pause. */
  #next(): [key: string, value: unknown] | undefined {
    for (const entry of this.#pending) if (entry[0] !== this.#typed?.key) return entry;
    return undefined;
  }
}
