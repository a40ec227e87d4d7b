import { useSyncExternalStore } from 'react';

let shown = false;
const listeners = new Set<() => void>();

function show(next: boolean): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Opens the dialog of the patient's screen, from its button, its key, the palette or the menu. */
export const openScreenDialog = () => show(true);
export const closeScreenDialog = () => show(false);

/** Whether the dialog is open. */
export function useScreenDialog(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
