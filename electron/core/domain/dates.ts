import { type CalendarDate, getDayOfWeek, parseAbsolute, parseDate, toCalendarDate } from '@internationalized/date';
import { fill, type Labels } from './labels.ts';
import type { CivilDate, ClockTime, Instant } from './text.ts';

/** The civil date `days` later; negative is earlier. */
export function addDays(civil: CivilDate, days: number): CivilDate {
  return parseDate(civil).add({ days }).toString();
}

/** Days from `from` to `to`; 0 when they are the same, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return parseDate(to).toDate('UTC').getTime() / 86_400_000 - parseDate(from).toDate('UTC').getTime() / 86_400_000;
}

/** `count` civil dates in a row. */
export function daysFrom(first: CivilDate, count: number): CivilDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function weekdayOf(date: CalendarDate, names: string[]): string {
  return names[getDayOfWeek(date, 'en', 'sun')] ?? '';
}

/** "Sat", from the labels: never from `Intl`, whose wording changes with its data. */
export function shortWeekday(civil: CivilDate, labels: Labels): string {
  return weekdayOf(parseDate(civil), labels.dates.weekdaysShort);
}

/** "05-Dec-2026"; with `weekday` "Sat 05-Dec-2026" (short) or "Saturday 05-Dec-2026" (long). */
export function formatDate(civil: CivilDate, labels: Labels, options: { weekday?: 'short' | 'long' | boolean } = {}): string {
  const date = parseDate(civil);
  const plain = fill(labels.dates.date, {
    day: String(date.day).padStart(2, '0'),
    month: labels.dates.months[date.month - 1] ?? '',
    year: String(date.year).padStart(4, '0'),
  });
  if (!options.weekday) return plain;
  const names = options.weekday === 'long' ? labels.dates.weekdays : labels.dates.weekdaysShort;
  return fill(labels.dates.withWeekday, { weekday: weekdayOf(date, names), date: plain });
}

/** "8 am", "8:30 am", "12 noon", as the labels say it; number and word stay together. */
export function formatTime(time: ClockTime, labels: Labels): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  const shown = minutes === 0 ? String(hour) : `${hour}:${String(minutes).padStart(2, '0')}`;
  const says = labels.dates.clock.filter(({ from }) => from <= time).at(-1)?.says ?? '{time}';
  return fill(says, { time: shown }).replaceAll(' ', '\u00a0');
}

/** "Wed 24-Feb-2027, 8 am", or without the time when there is none. */
export function formatDateTime(civil: CivilDate, time: ClockTime | undefined, labels: Labels, weekday: 'short' | 'long' = 'short'): string {
  const date = formatDate(civil, labels, { weekday });
  return time === undefined ? date : fill(labels.dates.withTime, { date, time: formatTime(time, labels) });
}

/** The civil date and wall-clock time (`HH:MM`) of an instant in a time zone. */
export function inZone(instant: Instant, timeZone: string): { date: CivilDate; time: ClockTime } {
  const zoned = parseAbsolute(instant, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: toCalendarDate(zoned).toString(), time: `${two(zoned.hour)}:${two(zoned.minute)}` };
}
