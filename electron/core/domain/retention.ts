import { parseDate } from '@internationalized/date';
import type { CivilDate } from './text.ts';

/**
 * The first day on which a record may be erased: whole years after the last visit. After a 29 February it is 1 March, for
 * the years are not over a day earlier.
 */
export function erasableFrom(lastVisit: CivilDate, years: number): CivilDate {
  const last = parseDate(lastVisit);
  const then = last.add({ years });
  return (then.day === last.day ? then : then.add({ days: 1 })).toString();
}
