/** Something the person can do here: by its shortcut, in the palette, and listed on the sheet of keys. */
export interface Command {
  /** Unique among what is registered; a later registration of the same id stands in front of the earlier. */
  id: string;
  /** What it does, in the window's language. */
  title: string;
  /** A second line in the palette. */
  note?: string;
  /** Heading in the palette; without one it stands among the actions. */
  group?: string;
  /** `Ctrl+K`, `Alt+ArrowLeft`, `/`, `?`. Single keys don't work while a person types. */
  shortcut?: string;
  /** Works from its key alone: listed on the sheet of keys, not in the palette. */
  hidden?: boolean;
  run: () => void;
}

type Owner = symbol;

/** All commands of the window. Screens add theirs while they are shown; the newest owner of a shortcut wins. */
class Registry {
  #owners = new Map<Owner, readonly Command[]>();
  #listeners = new Set<() => void>();
  #all: readonly Command[] = [];

  set(owner: Owner, commands: readonly Command[]): void {
    this.#owners.delete(owner);
    if (commands.length > 0) this.#owners.set(owner, commands);
    this.#changed();
  }

  remove(owner: Owner): void {
    if (this.#owners.delete(owner)) this.#changed();
  }

  /** Every command, the newest owner's first. */
  all = (): readonly Command[] => this.#all;

  find(shortcut: string): Command | undefined {
    return this.#all.find((command) => command.shortcut === shortcut);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed(): void {
    const seen = new Set<string>();
    this.#all = [...this.#owners.values()]
      .reverse()
      .flat()
      .filter((command) => !seen.has(command.id) && seen.add(command.id));
    for (const listener of this.#listeners) listener();
  }
}

export const registry = new Registry();
