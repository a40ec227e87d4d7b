import { type CommandEntry, type CommandId, commandEntry } from './table.ts';

/** Something the person can do here; its key and its group stand in the table of commands. */
export interface Command {
  /** Unique among what is registered; a later registration of the same id stands in front of the earlier. */
  id: CommandId;
  /** What it does, in the window's language. */
  title: string;
  /** A second line in the palette. */
  note?: string;
  run: () => void;
}

/** A command with what the table says of it. */
export interface RegisteredCommand extends Command, CommandEntry {}

type Owner = symbol;

/** All commands of the window. Screens add theirs while they are shown; the newest owner of a shortcut wins. */
class Registry {
  #owners = new Map<Owner, readonly RegisteredCommand[]>();
  #listeners = new Set<() => void>();
  #all: readonly RegisteredCommand[] = [];

  set(owner: Owner, commands: readonly Command[]): void {
    this.#owners.delete(owner);
    if (commands.length > 0) {
      this.#owners.set(
        owner,
        commands.map((command) => ({ ...command, ...commandEntry(command.id) })),
      );
    }
    this.#changed();
  }

  remove(owner: Owner): void {
    if (this.#owners.delete(owner)) this.#changed();
  }

  /** Every command, the newest owner's first. */
  all = (): readonly RegisteredCommand[] => this.#all;

  find(shortcut: string): RegisteredCommand | undefined {
    return this.#all.find((command) => command.shortcut === shortcut);
  }

  /** Runs the command of this id if it can be done here and now; says whether it could. */
  run(id: string): boolean {
    const command = this.#all.find((each) => each.id === id);
    command?.run();
    return command !== undefined;
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
