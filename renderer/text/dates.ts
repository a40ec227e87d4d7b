import { parseDate } from '@internationalized/date';
import { i18n, type TextId, translate } from './i18n.ts';

/** The locale whose order of day, month and year the fields follow. */
export function fieldLocale(): string {
  return i18n.locale === 'hi' ? 'hi-IN' : 'en-GB';
}

/** Short name of a month, 1 to 12. */
export function monthShort(month: number): string {
  return translate(`month.short.${month}` as TextId & `month.short.${number}`);
}

/** Name of a month, 1 to 12. */
export function monthLong(month: number): string {
  return translate(`month.long.${month}` as TextId & `month.long.${number}`);
}

/** Short name of the weekday of a date `YYYY-MM-DD`. */
export function weekdayShort(civil: string): string {
  const date = parseDate(civil);
  const days = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
  return translate(`weekday.short.${days}` as TextId & `weekday.short.${number}`);
}

/** A date `YYYY-MM-DD` as `05-Dec-2026`, or `Sat 05-Dec-2026` with its weekday. */
export function dateText(civil: string, options: { weekday?: boolean } = {}): string {
  const { year, month, day } = parseDate(civil);
  const text = `${String(day).padStart(2, '0')}-${monthShort(month)}-${year}`;
  return options.weekday ? `${weekdayShort(civil)} ${text}` : text;
}

/** The civil date and time of day of an instant in the clinic's zone. */
export function inZone(instant: string, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** An instant as time alone when it is of `today`, else as date and time. */
export function momentText(instant: string, timeZone: string, today: string): string {
  const { date, time } = inZone(instant, timeZone);
  return date === today ? translate('time.today', { time }) : `${dateText(date)}, ${time}`;
}
