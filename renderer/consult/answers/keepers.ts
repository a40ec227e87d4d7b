import { useEffect } from 'react';
import type { AnswerKeeper } from './answerKeeper.ts';
import { dropHeld, heldFor, type Owner } from './heldAnswers.ts';

/** How long a keeper outlives its last screen, in milliseconds: long enough for going from one screen to the next. */
const LINGER_MS = 1_000;

/** The keeper of a person's answers in a consultation. What isn't stored yet keeps it alive, for this person alone. */
export function useKeeper(id: string, owner: Owner, make: () => AnswerKeeper): AnswerKeeper {
  const entry = heldFor(id, owner, make);
  useEffect(() => {
    entry.users += 1;
    const flush = () => entry.keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      entry.users -= 1;
      entry.keeper.flush();
      setTimeout(() => dropHeld(entry), LINGER_MS);
    };
  }, [entry]);
  return entry.keeper;
}
