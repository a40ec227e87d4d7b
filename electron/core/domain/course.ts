import { type Answers, type ProgramAnswers, SLOTS, type Slot } from './answers.ts';
import { addDays, daysBetween } from './dates.ts';
import type { Course } from './evaluation.ts';
import type { CivilDate } from './text.ts';

/** Longest course that a calendar is printed for, in days; a longer one is taken for a slip of the pen. */
export const LONGEST_COURSE_DAYS = 120;

/** Form, strength and units, when all three are there; anything less is no dose. */
export interface Dose {
  form: 'tablet' | 'capsule';
  strengthMg: number;
  units: Readonly<Record<Slot, number>>;
}

/** Units (tablets or capsules) of a whole day. */
export function unitsPerDay(units: Readonly<Record<Slot, number>>): number {
  return SLOTS.reduce((sum, slot) => sum + units[slot], 0);
}

/** Strength times units in mg, counted in whole micrograms so that 3 × 0.1 mg is 0.3 mg. */
export function timesMg(strengthMg: number, units: number): number {
  return (Math.round(strengthMg * 1000) * units) / 1000;
}

/** The dose, when form, strength and at least one unit are there. */
export function doseOf({ form, strengthMg, units }: ProgramAnswers): Dose | undefined {
  if (form === undefined || strengthMg === undefined || units === undefined || unitsPerDay(units) === 0) return undefined;
  return { form, strengthMg, units };
}

/** The slots of a day in which something is taken, in their order. */
export function orderedSlots(units: Readonly<Record<Slot, number>>): Slot[] {
  return SLOTS.filter((slot) => units[slot] > 0);
}

function anchorDate(program: ProgramAnswers, anchor: 'transfer' | 'ovulation' | 'preparation'): CivilDate | undefined {
  if (anchor === 'transfer') return program.transferDate;
  return anchor === 'ovulation' ? program.ovulationDate : program.preparationDate;
}

/**
 * The first day: the date itself, or the anchor's date plus the days. Unknown while the days or the anchor's date are
 * missing: "on the day itself" is written as 0 days, because a start is never filled in for the doctor.
 */
export function firstDayOf(program: ProgramAnswers): CivilDate | undefined {
  const { start } = program;
  if (start === undefined) return undefined;
  if (start.anchor === 'date') return start.date;
  const date = anchorDate(program, start.anchor);
  return date === undefined || start.days === undefined ? undefined : addDays(date, start.days);
}

/**
 * The last planned day: only a stop rule with the anchor "date" plans one. With a heartbeat, a week of pregnancy or the
 * doctor's word as the stop, a date is the day on which it is looked at, and the treatment goes on until she is told.
 */
export function lastDayOf({ stop }: ProgramAnswers): CivilDate | undefined {
  return stop?.anchor === 'date' ? stop.date : undefined;
}

/**
 * The course as dates and amounts. What is not known is absent. `tabletDays` counts the first and the last day (S1): from
 * two days before a transfer to the test day may be 16 days, also when it begins at night.
 */
export function courseOf({ program }: Answers): Course {
  const firstDay = firstDayOf(program);
  const lastDay = lastDayOf(program);
  const { strengthMg, units } = program;
  const perDay = units === undefined ? 0 : unitsPerDay(units);
  const days = firstDay === undefined || lastDay === undefined ? 0 : daysBetween(firstDay, lastDay) + 1;
  return {
    ...(perDay > 0 ? { unitsPerDay: perDay } : {}),
    ...(perDay > 0 && strengthMg !== undefined ? { dailyMg: timesMg(strengthMg, perDay) } : {}),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(days > 0 ? { tabletDays: days } : {}),
  };
}
