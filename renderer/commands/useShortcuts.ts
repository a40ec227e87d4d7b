import { useEffect } from 'react';
import { registry } from './registry.ts';
import { isComposing, isSingleKey, isTyping, keysOf } from './shortcut.ts';

function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || isComposing(event)) return;
  const command = registry.find(keysOf(event));
  if (!command?.shortcut) return;
  if (isSingleKey(command.shortcut) && isTyping(event.target)) return;
  // A dialog is a room of its own: what stands behind it doesn't hear keys.
  if (document.querySelector('[data-modal]')) return;
  event.preventDefault();
  command.run();
}

/** Lets the shortcuts of all registered commands work. Used once, in the root. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
}
