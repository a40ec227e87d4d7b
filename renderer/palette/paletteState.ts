import { useSyncExternalStore } from 'react';

type Open = 'nothing' | 'palette' | 'keys';
let open: Open = 'nothing';
const listeners = new Set<() => void>();

function set(next: Open): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the focus was before "Find or do", and what was chosen in it. */
let before: Element | null = null;
let chosen: (() => void) | undefined;

/** Opens "Find or do". */
export function openPalette(): void {
  before = document.activeElement;
  set('palette');
}

/** Opens the sheet of all keys. */
export function openKeySheet(): void {
  set('keys');
}

/** Closes whichever is open; `run` is what was chosen, for `runChosen`. */
export function closePalette(run?: () => void): void {
  chosen = run;
  set('nothing');
}

/** Gives the focus back to where it was, then runs what was chosen, if anything was. */
export function runChosen(): void {
  const run = chosen;
  chosen = undefined;
  if (!run) return;
  if (before instanceof HTMLElement && before.isConnected) before.focus();
  // Out of React's own work: what runs may have to empty the page at once.
  queueMicrotask(run);
}

/** Which of the two is open. */
export function usePaletteState(): Open {
  return useSyncExternalStore(subscribe, () => open);
}
