import { addDays, daysBetween } from '#core/domain/dates.ts';

/** Something that is marked on the course. */
export interface TimelineMark {
  kind: 'transfer' | 'test' | 'visit';
  date: string;
  label: string;
  bad: boolean;
}

export interface TimelineInput {
  today: string;
  firstDay: string | undefined;
  lastDay: string | undefined;
  marks: readonly TimelineMark[];
}

/** Where everything lies, in units of a picture `WIDTH` wide. */
export interface Timeline {
  from: string;
  to: string;
  today: number | null;
  bar: { start: number; end: number; open: boolean } | null;
  weeks: { date: string; x: number }[];
  marks: (TimelineMark & { x: number; row: number })[];
}

export const WIDTH = 758;
const MARGIN = 44;
/** How much room the words of a mark take, in the same units. */
const LABEL_WIDTH = 104;
/** How much room a day on the axis takes: a week that would stand on "today" isn't named. */
const AXIS_LABEL_WIDTH = 70;
/** Days after the first one that an open course is drawn. */
const OPEN_DAYS = 28;
const WEEKS_MAX = 8;

/** Lays the course out: weeks, the bar, and the marks in as many rows as keep their words apart. Undefined without any date. */
export function layOut({ today, firstDay, lastDay, marks }: TimelineInput): Timeline | undefined {
  if (!firstDay && marks.length === 0) return undefined;
  const end = lastDay ?? (firstDay ? addDays(firstDay, OPEN_DAYS) : undefined);
  const dates = [today, firstDay, end, ...marks.map(({ date }) => date)].filter((date) => date !== undefined).sort();
  const [from, to] = [dates[0] ?? today, dates.at(-1) ?? today];
  const span = Math.max(daysBetween(from, to), 1);
  const at = (date: string) => MARGIN + (daysBetween(from, date) / span) * (WIDTH - 2 * MARGIN);
  const step = 7 * Math.ceil(span / 7 / WEEKS_MAX);
  const weeks = [];
  for (let day = step; day < span; day += step) {
    const x = at(addDays(from, day));
    if (Math.abs(x - at(today)) >= AXIS_LABEL_WIDTH) weeks.push({ date: addDays(from, day), x });
  }
  const ends: number[] = [];
  const placed = [...marks]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((mark) => {
      const x = at(mark.date);
      let row = ends.findIndex((taken) => taken <= x - LABEL_WIDTH / 2);
      if (row < 0) row = ends.length;
      ends[row] = x + LABEL_WIDTH / 2;
      return { ...mark, x, row };
    });
  return {
    from,
    to,
    today: at(today),
    bar: firstDay && end && end >= firstDay ? { start: at(firstDay), end: at(end), open: lastDay === undefined } : null,
    weeks,
    marks: placed,
  };
}
