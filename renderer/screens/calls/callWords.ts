import type { Call } from '#core/contract/calls.ts';
import { dateText, momentText } from '../../text/dates.ts';

/** Since when she is to be called: the day of the test for results, else when she was put on the list. */
export function callSince({ why, day, addedAt }: Pick<Call, 'why' | 'day' | 'addedAt'>, at: { timeZone: string; today: string }): string {
  return why === 'resultsDue' || addedAt === null ? dateText(day) : momentText(addedAt, at.timeZone, at.today);
}
