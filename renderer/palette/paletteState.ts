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

/** Opens "Find or do". */
export function openPalette(): void {
  set('palette');
}

/** Opens the sheet of all keys. */
export function openKeySheet(): void {
  set('keys');
}

/** Closes whichever is open. */
export function closePalette(): void {
  set('nothing');
}

/** Which of the two is open. */
export function usePaletteState(): Open {
  return useSyncExternalStore(subscribe, () => open);
}
