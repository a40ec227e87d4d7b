import type { Conflict } from '../store/store.ts';
import { fault } from './faults.ts';

/** Tells a save that saw an old revision from its result. */
export function isConflict(result: unknown): result is Conflict {
  return typeof result === 'object' && result !== null && 'conflict' in result && result.conflict === true;
}

/** Carries their value and the revision to answer with; the window shows both values, so that none is lost. */
export function changedElsewhere({ rev, key, theirs }: Pick<Conflict, 'rev' | 'key' | 'theirs'>) {
  return fault('CHANGED_ELSEWHERE', 'Somebody else changed this in the meantime. Look at both and choose.', {
    rev,
    theirs,
    ...(key === undefined ? {} : { key }),
  });
}
