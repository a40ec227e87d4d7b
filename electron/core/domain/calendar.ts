import { type ProgramAnswers, SLOTS, type Slot } from './answers.ts';
import { LONGEST_COURSE_DAYS, orderedSlots } from './course.ts';
import { addDays, daysBetween, daysFrom } from './dates.ts';
import type { CivilDate } from './text.ts';

/** What a calendar of doses is made of. The slots at the ends are absent when the whole day counts. */
export interface CalendarCourse {
  firstDay: CivilDate;
  lastDay: CivilDate;
  units: Readonly<Record<Slot, number>>;
  startSlot?: Slot | undefined;
  stopSlot?: Slot | undefined;
}

export interface CalendarDay {
  date: CivilDate;
  /** Day of the course, from 1; the first and the last day are both counted. */
  day: number;
  /** One entry per ordered slot: whether a dose is due. */
  boxes: boolean[];
}

/** The course of a calendar, when dose, first and planned last day are known and fit; else no boxes are printed. */
export function calendarCourse(
  program: ProgramAnswers,
  { firstDay, lastDay }: { firstDay?: CivilDate; lastDay?: CivilDate },
): CalendarCourse | undefined {
  const { units, start, stop } = program;
  if (firstDay === undefined || lastDay === undefined || units === undefined || orderedSlots(units).length === 0) return undefined;
  const length = daysBetween(firstDay, lastDay) + 1;
  if (length < 1 || length > LONGEST_COURSE_DAYS) return undefined;
  return { firstDay, lastDay, units, startSlot: start?.slot, stopSlot: stop?.slot };
}

/**
 * One entry per civil day from the first to the last day, with a box for each ordered slot from the first slot of the
 * first day to the last slot of the last: a course may start at night and end in the morning. With `from` the days before
 * it are left out and the others keep their numbers.
 */
export function calendarDays(course: CalendarCourse, from?: CivilDate): CalendarDay[] {
  const slots = orderedSlots(course.units);
  const position = (slot: Slot | undefined, otherwise: number) => (slot === undefined ? otherwise : SLOTS.indexOf(slot));
  const first = position(course.startSlot, 0);
  const last = position(course.stopSlot, SLOTS.length - 1);
  const length = daysBetween(course.firstDay, course.lastDay) + 1;
  const skipped = from === undefined ? 0 : Math.min(length, Math.max(0, daysBetween(course.firstDay, from)));
  return daysFrom(addDays(course.firstDay, skipped), length - skipped).map((date, index) => ({
    date,
    day: skipped + index + 1,
    boxes: slots.map((slot) => {
      const at = SLOTS.indexOf(slot);
      return (date !== course.firstDay || at >= first) && (date !== course.lastDay || at <= last);
    }),
  }));
}
