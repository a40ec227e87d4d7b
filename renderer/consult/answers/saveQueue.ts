import type { AnswerChange, SaveResult, SaveState } from './keeperState.ts';
import { same } from './maps.ts';

/** A pause in typing after which an answer is stored, in milliseconds. */
const TYPING_PAUSE_MS = 150;

export interface QueueOptions {
  rev: number;
  savedAt: string;
  /** Stores answers together, all or none. */
  save: (input: { changes: AnswerChange[]; rev: number }) => Promise<SaveResult>;
  /** How far saving is. */
  onState: (save: SaveState) => void;
  /** Somebody else saved this answer in between. */
  onConflict: (key: string, theirs: unknown) => void;
  /** Everything is stored, and somebody else has saved too. */
  onBehind: () => void;
}

/**
 * Stores what waits in one save after the other, because each carries the revision that the one before it gave. Answers
 * that wait together are stored together: a protocol that is applied is never stored by half. What can't be stored stays
 * in the queue until it is tried again.
 */
export class SaveQueue {
  readonly #options: QueueOptions;
  readonly #pending = new Map<string, unknown>();
  #typed: { key: string; timer: ReturnType<typeof setTimeout> } | null = null;
  #rev: number;
  #seenRev: number;
  #savedAt: string;
  #sending = false;
  /** Somebody else's save came between two of ours: what it changed is not known here yet. */
  #behind = false;
  /** The revision at the last conflict: once all is sent, what is settled goes on from there. */
  #conflictRev = 0;

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

  /** Somebody else has saved what isn't known here: the revision is also that of answers that this window doesn't show. */
  get isBehind(): boolean {
    return this.#behind || this.#seenRev > this.#rev;
  }

  /** The newest answers that are not known to be stored. */
  get unsaved(): AnswerChange[] {
    return [...this.#pending].map(([key, value]) => ({ key, value }));
  }

  /** Stores an answer that is being typed, after a pause. */
  putTyped(change: AnswerChange): void {
    const { key } = change;
    if (this.#typed && this.#typed.key !== key) this.flush();
    this.#wait([change]);
    this.#typed = { key, timer: setTimeout(() => this.flush(), TYPING_PAUSE_MS) };
  }

  /** Stores answers together, as soon as it is their turn. */
  put(changes: readonly AnswerChange[]): void {
    if (changes.length === 0) return;
    this.#wait(changes);
    void this.#send();
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
    if (this.hasUnsaved || copy.rev < this.#rev || (copy.rev === this.#rev && !this.#behind)) return false;
    this.#behind = false;
    this.#rev = copy.rev;
    this.#savedAt = copy.savedAt;
    return true;
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let failed: string | undefined;
    for (let changes = this.#next(); changes.length > 0; changes = failed === undefined ? this.#next() : []) {
      const result = await this.#options.save({ changes, rev: this.#rev });
      if (result.kind === 'failed') failed = result.message;
      else this.#stored(changes, result);
    }
    this.#sending = false;
    if (failed === undefined) this.#rev = Math.max(this.#rev, this.#conflictRev);
    if (failed !== undefined) this.#options.onState({ kind: 'notSaved', message: failed });
    else if (this.#pending.size === 0) {
      this.#options.onState({ kind: 'saved', at: this.#savedAt });
      if (this.isBehind) this.#options.onBehind();
    }
  }

  #wait(changes: readonly AnswerChange[]): void {
    for (const { key, value } of changes) {
      this.#pending.delete(key);
      this.#pending.set(key, value);
    }
    this.#options.onState({ kind: 'saving' });
    if (this.#typed) clearTimeout(this.#typed.timer);
    this.#typed = null;
  }

  /**
   * What a save brought. After a conflict the other answers of that save go again with the same revision, so that each is
   * compared with what somebody else may have saved.
   */
  #stored(changes: readonly AnswerChange[], result: Exclude<SaveResult, { kind: 'failed' }>): void {
    if (result.kind === 'conflict') {
      this.#behind = true;
      this.#conflictRev = Math.max(this.#conflictRev, result.rev);
      this.#pending.delete(result.key);
      this.#options.onConflict(result.key, result.theirs ?? null);
      return;
    }
    if (result.rev > this.#rev + 1) this.#behind = true;
    this.#rev = Math.max(this.#rev, result.rev);
    this.#savedAt = result.savedAt;
    for (const { key, value } of changes) if (same(this.#pending.get(key), value)) this.#pending.delete(key);
  }

  /** The answers to store next; one that is still being typed waits for its pause. */
  #next(): AnswerChange[] {
    return [...this.#pending].filter(([key]) => key !== this.#typed?.key).map(([key, value]) => ({ key, value }));
  }
}
