/** So many outcomes are kept: of more requests than a window can have on their way. */
const KEPT = 500;

/**
 * Work that a name stands for, done once: whoever asks with the same name again gets the outcome of the first time. Names
 * and outcomes stay in memory while the program runs, locked or not: neither may say anything of a patient but her id.
 */
export class OnceEach<Outcome> {
  readonly #outcomes = new Map<string, Promise<Outcome>>();

  run(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
    const there = this.#outcomes.get(name);
    if (there) return there;
    const outcome = work();
    this.#outcomes.set(name, outcome);
    const [oldest] = this.#outcomes.keys();
    if (this.#outcomes.size > KEPT && oldest !== undefined) this.#outcomes.delete(oldest);
    return outcome;
  }
}
