import type { KeeperOptions, KeeperState, SaveResult } from './keeperState.ts';
import { same, withEntry, without, withValue } from './maps.ts';
import { UndoStack } from './undoStack.ts';

/** A pause in typing after which the text is stored, in milliseconds. */
const TYPING_PAUSE_MS = 150;

/**
 * Holds the answers of one consultation in this window and stores each change. Saves go one after the other, because each
 * carries the revision that the one before it gave. Nothing typed is lost: what can't be stored stays here and is shown.
 */
export class AnswerKeeper {
  readonly #options: KeeperOptions;
  readonly #listeners = new Set<() => void>();
  readonly #undo = new UndoStack();
  readonly #pending = new Map<string, unknown>();
  #typed: { key: string; timer: ReturnType<typeof setTimeout> } | null = null;
  #rev: number;
  #seenRev: number;
  #savedAt: string;
  #sending = false;
  #state: KeeperState;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#rev = options.rev;
    this.#seenRev = options.rev;
    this.#savedAt = options.savedAt;
    this.#state = {
      values: new Map(options.rows.filter((row) => row.value !== null).map((row) => [row.key, row.value])),
      drafts: new Map(),
      conflicts: new Map(),
      opened: new Set(options.opened),
      save: { kind: 'saved', at: options.savedAt },
      canUndo: false,
      canRedo: false,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): KeeperState => this.#state;

  get rev(): number {
    return this.#rev;
  }

  get hasUnsaved(): boolean {
    return this.#pending.size > 0 || this.#sending;
  }

  /** Changes an answer. `typing`: more letters may follow at once, so the store waits for a pause. */
  set(key: string, value: unknown, typing = false): void {
    const before = this.#state.values.get(key) ?? null;
    const message = value === null ? undefined : this.#options.problem(key, value);
    if (message !== undefined) {
      this.#change({ drafts: withEntry(this.#state.drafts, key, { value, message }) });
      return;
    }
    const drafts = without(this.#state.drafts, key);
    if (same(before, value)) {
      this.#change({ drafts });
      return;
    }
    this.#undo.record({ key, before, after: value }, typing);
    this.#change({ drafts });
    this.#put(key, value, typing);
  }

  /** Notes that a section was opened. */
  open(section: string): void {
    if (!this.#state.opened.has(section)) this.#change({ opened: new Set([...this.#state.opened, section]) });
  }

  /** Stores what was typed now: on leaving a field or a section, or closing the window. */
  flush(): void {
    this.#undo.endRun();
    this.#endTyping();
  }

  /** Stores everything now; rejects with the reason when that fails. */
  async whenSaved(): Promise<void> {
    this.flush();
    while (this.hasUnsaved) {
      const { save } = this.#state;
      if (save.kind === 'notSaved' && !this.#sending) throw new Error(save.message);
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }

  /** Takes the last change back; gives the key of the answer that changed. */
  undo(): string | undefined {
    const change = this.#undo.undo();
    if (change) this.#put(change.key, change.before, false);
    return change?.key;
  }

  redo(): string | undefined {
    const change = this.#undo.redo();
    if (change) this.#put(change.key, change.after, false);
    return change?.key;
  }

  /** Settles an answer that somebody else changed too. */
  settle(key: string, whose: 'mine' | 'theirs'): void {
    const conflict = this.#state.conflicts.get(key);
    if (!conflict) return;
    this.#change({ conflicts: without(this.#state.conflicts, key) });
    if (whose === 'mine') this.#put(key, conflict.mine, false);
    else {
      this.#undo.record({ key, before: conflict.mine, after: conflict.theirs }, false);
      this.#change({ values: withValue(this.#state.values, key, conflict.theirs) });
    }
  }

  /**
   * Takes over a fresh copy of the consultation. While something waits to be stored it is left alone: the save carries the
   * old revision, so that the backend can tell when the same answer was changed elsewhere.
   */
  refresh(copy: { rows: readonly { key: string; value: unknown }[]; rev: number; savedAt: string }): void {
    this.#seenRev = Math.max(this.#seenRev, copy.rev);
    if (copy.rev <= this.#rev || this.hasUnsaved) return;
    const values = new Map(copy.rows.filter((row) => row.value !== null).map((row) => [row.key, row.value]));
    const conflicts = new Map(this.#state.conflicts);
    for (const [key, { mine }] of conflicts) {
      conflicts.set(key, { mine, theirs: values.get(key) ?? null });
      if (mine === null) values.delete(key);
      else values.set(key, mine);
    }
    this.#rev = copy.rev;
    this.#savedAt = copy.savedAt;
    this.#change({ values, conflicts, save: { kind: 'saved', at: copy.savedAt } });
  }

  #put(key: string, value: unknown, typing: boolean): void {
    const conflict = this.#state.conflicts.get(key);
    if (conflict) {
      const conflicts = withEntry(this.#state.conflicts, key, { ...conflict, mine: value });
      this.#change({ conflicts, values: withValue(this.#state.values, key, value) });
      return;
    }
    if (this.#typed && this.#typed.key !== key) this.#endTyping();
    this.#pending.delete(key);
    this.#pending.set(key, value);
    this.#change({ values: withValue(this.#state.values, key, value), save: { kind: 'saving' } });
    if (this.#typed) clearTimeout(this.#typed.timer);
    this.#typed = null;
    if (typing) this.#typed = { key, timer: setTimeout(() => this.#endTyping(), TYPING_PAUSE_MS) };
    else void this.#send();
  }

  #endTyping(): void {
    if (this.#typed) clearTimeout(this.#typed.timer);
    this.#typed = null;
    void this.#send();
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
    if (failed !== undefined) this.#change({ save: { kind: 'notSaved', message: failed } });
    else if (this.#pending.size === 0) {
      this.#change({ save: { kind: 'saved', at: this.#savedAt } });
      if (this.#seenRev > this.#rev) this.#options.reload();
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
    const mine = this.#state.values.get(key) ?? null;
    this.#change({ conflicts: withEntry(this.#state.conflicts, key, { mine, theirs: result.theirs ?? null }) });
  }

  /** The next answer to store; one that is still being typed waits for its pause. */
  #next(): [key: string, value: unknown] | undefined {
    for (const entry of this.#pending) if (entry[0] !== this.#typed?.key) return entry;
    return undefined;
  }

  #change(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change, canUndo: this.#undo.canUndo, canRedo: this.#undo.canRedo };
    for (const listener of this.#listeners) listener();
  }
}
