import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { useAnswerName } from '../answers/useAnswerName.ts';
import { FIELD } from '../place/focus.ts';

/** Takes the last step back, or does it again, and says which answers it changed. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const t = useText();
  const { keeper } = useConsult();
  const name = useAnswerName();
  const names = (keys: readonly string[]) => [...new Set(keys.map(name))].join(', ');
  /** Brings what changed into view. The cursor stays: in a text it would make the next Ctrl Z the undo of that field. */
  const show = ([key]: readonly string[]) => {
    if (key) document.querySelector(`main [${FIELD}="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return {
    undo: () => {
      const keys = keeper.undo();
      if (keys.length > 0) announce(t('consult.undone', { what: names(keys) }));
      show(keys);
    },
    redo: () => {
      const keys = keeper.redo();
      if (keys.length > 0) announce(t('consult.redone', { what: names(keys) }));
      show(keys);
    },
  };
}
