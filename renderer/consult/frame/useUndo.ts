import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { useAnswerName } from '../answers/useAnswerName.ts';

/** Takes the last change of an answer back, or does it again, and says which answer it was. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const t = useText();
  const { keeper } = useConsult();
  const name = useAnswerName();
  return {
    undo: () => {
      const key = keeper.undo();
      if (key) announce(t('consult.undone', { what: name(key) }));
    },
    redo: () => {
      const key = keeper.redo();
      if (key) announce(t('consult.redone', { what: name(key) }));
    },
  };
}
