import { useEffect, useEffectEvent } from 'react';
import { isComposing, keysOf } from '../../commands/shortcut.ts';
import { useStatus } from '../session.ts';
import { useCover } from './CoverContext.ts';

/** The key that covers the window. */
export const COVER_KEY = 'Ctrl+L';

/** Whether this window can be covered: the sample clinic holds nothing to cover. */
export function useCanCover(): boolean {
  return !useStatus().sample;
}

/** Lets the key cover the window from everywhere: over a dialog and in a field too, where other commands rest. */
export function useCoverKey(): void {
  const { cover } = useCover();
  const canCover = useCanCover();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!canCover || event.repeat || isComposing(event) || keysOf(event) !== COVER_KEY) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    cover();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
