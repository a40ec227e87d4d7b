/** One change of one answer; `null` stands for an answer not given. */
export interface Change {
  key: string;
  before: unknown;
  after: unknown;
}

/** What one action changed, in its order. */
type Step = Change[];

/** Steps that can be taken back and done again. Typing in one field is one step until another thing happens. */
export class UndoStack {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  #typing: string | null = null;

  record(changes: readonly Change[], typing: boolean): void {
    const [change] = changes;
    const last = this.#done.at(-1)?.[0];
    if (typing && change && last && this.#typing === change.key) last.after = change.after;
    else this.#done.push(changes.map((each) => ({ ...each })));
    this.#typing = typing && change ? change.key : null;
    this.#undone.length = 0;
  }

  /** Ends a run of typing: the next letter is a change of its own. */
  endRun(): void {
    this.#typing = null;
  }

  undo(): readonly Change[] | undefined {
    return this.#move(this.#done, this.#undone);
  }

  redo(): readonly Change[] | undefined {
    return this.#move(this.#undone, this.#done);
  }

  /** The answers that the next undo changes back. */
  get last(): readonly string[] {
    return this.#done.at(-1)?.map(({ key }) => key) ?? [];
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  #move(from: Step[], to: Step[]): Step | undefined {
    const step = from.pop();
    if (step) to.push(step);
    this.#typing = null;
    return step;
  }
}
