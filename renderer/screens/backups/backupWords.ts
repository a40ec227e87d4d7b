import { parseDate } from '@internationalized/date';
import type { Backup } from '#core/contract/backups.ts';
import { inZone } from '../../text/dates.ts';

/** Whole days of the clinic from an instant to `today`; none for a time that has yet to come. */
export function daysSince(instant: string, timeZone: string, today: string): number {
  return Math.max(0, parseDate(today).compare(parseDate(inZone(instant, timeZone).date)));
}

/** The newest first. */
export function newestFirst(backups: readonly Backup[]): Backup[] {
  return [...backups].sort((a, b) => b.madeAt.localeCompare(a.madeAt) || a.place.localeCompare(b.place));
}

/** One backup apart from all others. */
export function keyOf({ place, id }: Pick<Backup, 'place' | 'id'>): string {
  return `${place} ${id}`;
}
