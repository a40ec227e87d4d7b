import { useEffect } from 'react';
import { registry } from './registry.ts';
import { isComposing, isEditing, isSingleKey, isTyping, keysOf } from './shortcut.ts';

function handle(event: KeyboardEvent): void {
  if (isComposing(event)) {
    // No control hears it either: Enter that takes a word over doesn't send the form that it is typed in.
    event.stopPropagation();
    return;
  }
  if (event.repeat) return;
  const command = registry.find(keysOf(event));
  if (!command?.shortcut) return;
  if (isTyping(event.target) && (isSingleKey(command.shortcut) || isEditing(command.shortcut))) return;
  // A dialog is a room of its own: what stands behind it doesn't hear keys.
  if (!command.everywhere && document.querySelector('[data-modal]')) return;
  event.preventDefault();
  // A dialog keeps its own keys: it doesn't hear one that goes past it.
  if (command.everywhere) event.stopImmediatePropagation();
  command.run();
}

/** Lets the shortcuts of all registered commands work. Used once, in the root. */
export function useShortcuts(): void {
  useEffect(() => {
    // Before the controls: several of them keep every key that they hear to themselves.
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, []);
}
