import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { useStatus } from '../session.ts';
import { useCover } from './CoverContext.ts';

/** Whether this window can be covered: the sample clinic holds nothing to cover. */
export function useCanCover(): boolean {
  return !useStatus().sample;
}

/** Lets the window be covered from everywhere: over a dialog and in a field too, where other keys rest. */
export function useCoverKey(): void {
  const t = useText();
  const { cover } = useCover();
  const canCover = useCanCover();
  useCommands(canCover ? [{ id: 'cover', title: t('cover.command'), run: () => cover() }] : []);
}
