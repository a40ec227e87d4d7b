import type { AnswerChange, KeeperOptions, KeeperState } from './keeperState.ts';
import { same, sameOnceStored, withEntry, without, withValue } from './maps.ts';
import { SaveQueue } from './saveQueue.ts';
import { UndoStack } from './undoStack.ts';

/**
 * Holds the answers of one consultation in this window and stores each change. Nothing typed is lost: what can't be stored
 * stays here and is shown.
 */
export class AnswerKeeper {
  readonly #options: KeeperOptions;
  readonly #listeners = new Set<() => void>();
  readonly #undo = new UndoStack();
  readonly #queue: SaveQueue;
  #state: KeeperState;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#queue = new SaveQueue({
      rev: options.rev,
      savedAt: options.savedAt,
      save: options.save,
      onState: (save) => this.#change({ save }),
      onConflict: (key, theirs) => {
        const mine = this.#state.values.get(key) ?? null;
        this.#change({ conflicts: withEntry(this.#state.conflicts, key, { mine, theirs }) });
      },
      onBehind: options.reload,
    });
    this.#state = {
      values: new Map(options.rows.filter((row) => row.value !== null).map((row) => [row.key, row.value])),
      drafts: new Map(),
      conflicts: new Map(),
      elsewhere: new Map(),
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
    return this.#queue.rev;
  }

  /** The keys of the answers that the next undo changes back. */
  get lastChanged(): readonly string[] {
    return this.#undo.last;
  }

  /** The answers that are not known to be stored; one that somebody else changed too isn't among them until it is settled. */
  get unsaved(): AnswerChange[] {
    return this.#queue.unsaved;
  }

  get hasUnsaved(): boolean {
    return this.#queue.hasUnsaved;
  }

  /** Somebody else has saved answers that this window doesn't show yet. */
  get isBehind(): boolean {
    return this.#queue.isBehind;
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
    this.#undo.record([{ key, before, after: value }], typing);
    this.#change({ drafts });
    this.#put([{ key, value }], typing);
  }

  /**
   * Changes several answers in one step of undo and one save; null takes an answer back. Nothing changes when one of them
   * can't be stored: the reason comes back, undefined when all is well.
   */
  setAll(answers: readonly { key: string; value: unknown }[]): string | undefined {
    for (const { key, value } of answers) {
      const message = value === null ? undefined : this.#options.problem(key, value);
      if (message !== undefined) return message;
    }
    this.flush();
    const changes = answers
      .map(({ key, value }) => ({ key, before: this.#state.values.get(key) ?? null, after: value }))
      .filter(({ before, after }) => !same(before, after));
    if (changes.length > 0) this.#undo.record(changes, false);
    let { drafts } = this.#state;
    for (const { key } of answers) drafts = without(drafts, key);
    this.#change({ drafts });
    this.#put(changes.map(({ key, after }) => ({ key, value: after })));
    return undefined;
  }

  /** Notes that a section was opened. */
  open(section: string): void {
    if (!this.#state.opened.has(section)) this.#change({ opened: new Set([...this.#state.opened, section]) });
  }

  /** Stores what was typed now: on leaving a field or a section, or closing the window. */
  flush(): void {
    this.#undo.endRun();
    this.#queue.flush();
  }

  /** Stores everything now; rejects with the reason when that fails. */
  async whenSaved(): Promise<void> {
    this.flush();
    while (this.hasUnsaved) {
      const { save } = this.#state;
      if (save.kind === 'notSaved' && !this.#queue.sending) throw new Error(save.message);
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }

  /** Takes the last step back; gives the keys of the answers that changed, none when there was no step. */
  undo(): string[] {
    const changes = this.#undo.undo() ?? [];
    this.#put(changes.map(({ key, before }) => ({ key, value: before })));
    return changes.map(({ key }) => key);
  }

  redo(): string[] {
    const changes = this.#undo.redo() ?? [];
    this.#put(changes.map(({ key, after }) => ({ key, value: after })));
    return changes.map(({ key }) => key);
  }

  /** Settles an answer that somebody else changed too. */
  settle(key: string, whose: 'mine' | 'theirs'): void {
    const conflict = this.#state.conflicts.get(key);
    if (!conflict) return;
    this.#change({ conflicts: without(this.#state.conflicts, key) });
    if (whose === 'mine') this.#put([{ key, value: conflict.mine }]);
    else {
      this.#undo.record([{ key, before: conflict.mine, after: conflict.theirs }], false);
      this.#change({ values: withValue(this.#state.values, key, conflict.theirs) });
    }
  }

  /** Takes note of what another screen has changed: what stood here is put back, or stays as it is now. */
  answerElsewhere(key: string, what: 'putBack' | 'keep'): void {
    const change = this.#state.elsewhere.get(key);
    if (!change) return;
    this.#change({ elsewhere: without(this.#state.elsewhere, key) });
    if (what === 'putBack') this.set(key, change.was);
  }

  /**
   * Takes over a fresh copy of the consultation. While something waits to be stored it is left alone: the save carries the
   * old revision, so that the backend can tell when the same answer was changed elsewhere.
   */
  refresh(copy: { rows: readonly { key: string; value: unknown }[]; rev: number; savedAt: string }): void {
    if (!this.#queue.takesOver(copy)) return;
    const values = new Map(copy.rows.filter((row) => row.value !== null).map((row) => [row.key, row.value]));
    const conflicts = new Map(this.#state.conflicts);
    for (const [key, { mine }] of conflicts) {
      conflicts.set(key, { mine, theirs: values.get(key) ?? null });
      if (mine === null) values.delete(key);
      else values.set(key, mine);
    }
    this.#change({ elsewhere: this.#changedIn(values), values, conflicts, save: { kind: 'saved', at: copy.savedAt } });
  }

  /** What a fresh copy changes of the answers that stand here. An answer that nobody had given here loses nothing. */
  #changedIn(fresh: ReadonlyMap<string, unknown>): ReadonlyMap<string, { was: unknown; now: unknown }> {
    let { elsewhere } = this.#state;
    for (const [key, value] of this.#state.values) {
      const was = elsewhere.get(key)?.was ?? value;
      const now = fresh.get(key) ?? null;
      if (sameOnceStored(value, now)) continue;
      elsewhere = sameOnceStored(was, now) ? without(elsewhere, key) : withEntry(elsewhere, key, { was, now });
    }
    return elsewhere;
  }

  /** Shows answers at once and stores them; one that is in conflict waits until it is settled. */
  #put(changes: readonly AnswerChange[], typing = false): void {
    let { values, conflicts, elsewhere } = this.#state;
    for (const { key, value } of changes) {
      elsewhere = without(elsewhere, key);
      values = withValue(values, key, value);
      const conflict = conflicts.get(key);
      if (conflict) conflicts = withEntry(conflicts, key, { ...conflict, mine: value });
    }
    this.#change({ values, conflicts, elsewhere });
    const free = changes.filter(({ key }) => !conflicts.has(key));
    const [only, ...others] = free;
    if (typing && only && others.length === 0) this.#queue.putTyped(only);
    else this.#queue.put(free);
  }

  #change(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change, canUndo: this.#undo.canUndo, canRedo: this.#undo.canRedo };
    for (const listener of this.#listeners) listener();
  }
}
