import { fromDate, getLocalTimeZone, parseDate, toCalendarDate } from '@internationalized/date';
import type { CivilDate } from '#core/domain/text.ts';

/** The date on the wall of a clinic in `timeZone`. */
export function todayIn(timeZone: string, now: Date): CivilDate {
  return toCalendarDate(fromDate(now, timeZone)).toString();
}

/** The zone of this machine: the best guess before a clinic has said its own. */
export function machineTimeZone(): string {
  return getLocalTimeZone();
}

/** The instant at which a day begins in a clinic's zone. */
export function startOfDay(date: CivilDate, timeZone: string): string {
  return parseDate(date).toDate(timeZone).toISOString();
}
