import { createContext, useContext } from 'react';

/** A recovery key that was just made, for the person who made it; `place`: what it was made for. */
export interface KeyToKeep {
  recoveryKey: string;
  userId: string;
  place: 'setUp' | 'renewal';
}

export const KeyToKeepContext = createContext<((made: KeyToKeep) => void) | null>(null);

/**
 * Shows a new recovery key before anything else, until the person says that it is kept. The window holds it, not a
 * screen: covering the window while the paper is fetched from the printer doesn't lose it.
 */
export function useKeyToKeep(): (made: KeyToKeep) => void {
  const keep = useContext(KeyToKeepContext);
  if (!keep) throw new Error('useKeyToKeep is called outside of the window.');
  return keep;
}
