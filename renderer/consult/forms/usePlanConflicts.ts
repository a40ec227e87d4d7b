import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { conflictWords, fieldKey } from '../answers/conflicts.ts';

/** Finds what is in conflict at a line of a plan: by the place of the line, or by its date. */
export function usePlanConflicts(key: string): (date: string, index: number) => string | undefined {
  const t = useText();
  const { evaluation } = useConsult();
  const here = evaluation.conflicts.filter(({ field }) => fieldKey(field) === key || fieldKey(field).startsWith(`${key}.`));
  return (date, index) => {
    const conflict = here.find(({ field, value }) => fieldKey(field) === `${key}.${index}` || value === date);
    return conflict && conflictWords(conflict, t);
  };
}
