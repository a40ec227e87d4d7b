import { useEffect } from 'react';
import type { AnswerKeeper } from './answerKeeper.ts';

interface Held {
  keeper: AnswerKeeper;
  users: number;
}

/** One keeper a consultation in this window, so that its screens share what is typed and what can be taken back. */
const held = new Map<string, Held>();

/** How long a keeper outlives its last screen, in milliseconds: long enough for going from one screen to the next. */
const LINGER_MS = 1_000;

function entryOf(id: string, make: () => AnswerKeeper): Held {
  const known = held.get(id);
  if (known) return known;
  const made: Held = { keeper: make(), users: 0 };
  held.set(id, made);
  return made;
}

function drop(id: string, entry: Held): void {
  if (entry.users === 0 && !entry.keeper.hasUnsaved && held.get(id) === entry) held.delete(id);
}

/** The keeper of a consultation; made by `make` when this window has none. What isn't stored yet keeps it alive. */
export function useKeeper(id: string, make: () => AnswerKeeper): AnswerKeeper {
  const entry = entryOf(id, make);
  useEffect(() => {
    entry.users += 1;
    const flush = () => entry.keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      entry.users -= 1;
      entry.keeper.flush();
      setTimeout(() => drop(id, entry), LINGER_MS);
    };
  }, [id, entry]);
  return entry.keeper;
}
