/** One change of one answer; `null` stands for an answer not given. */
export interface Change {
  key: string;
  before: unknown;
  after: unknown;
}

/** Changes that can be taken back and done again. Typing in one field is one change until another thing happens. */
export class UndoStack {
  readonly #done: Change[] = [];
  readonly #undone: Change[] = [];
  #typing: string | null = null;

  record(change: Change, typing: boolean): void {
    const last = this.#done.at(-1);
    if (typing && last && this.#typing === change.key) last.after = change.after;
    else this.#done.push({ ...change });
    this.#typing = typing ? change.key : null;
    this.#undone.length = 0;
  }

  /** Ends a run of typing: the next letter is a change of its own. */
  endRun(): void {
    this.#typing = null;
  }

  undo(): Change | undefined {
    return this.#move(this.#done, this.#undone);
  }

  redo(): Change | undefined {
    return this.#move(this.#undone, this.#done);
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  #move(from: Change[], to: Change[]): Change | undefined {
    const change = from.pop();
    if (change) to.push(change);
    this.#typing = null;
    return change;
  }
}
