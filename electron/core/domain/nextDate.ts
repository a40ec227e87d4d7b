import type { ProgramAnswers } from './answers.ts';
import type { CivilDate, ClockTime } from './text.ts';

/** The parts of a plan that say when she is expected. */
export type DatedPlan = Pick<ProgramAnswers, 'nextDate' | 'nextTime' | 'visits' | 'tests'>;

/** A day on which she is expected, and the time where one was given. What for is not part of it. */
export interface ExpectedOn {
  date: CivilDate;
  time: ClockTime | null;
}

function daysOf({ nextDate, nextTime, visits = [], tests = [] }: DatedPlan): ExpectedOn[] {
  const step = nextDate === undefined ? [] : [{ date: nextDate, time: nextTime }];
  return [...step, ...visits, ...tests].map(({ date, time }) => ({ date, time: time ?? null }));
}

/** Days without a time stand after those of the same day that have one. */
const inOrder = (one: ExpectedOn, other: ExpectedOn) =>
  `${one.date} ${one.time ?? '24:00'}`.localeCompare(`${other.date} ${other.time ?? '24:00'}`, 'en');

/** The next days on which she is expected, today included, at most `most` of them; a day and time that two plans name stands once. */
export function comingDays(plans: readonly DatedPlan[], today: CivilDate, most: number): ExpectedOn[] {
  const days = plans.flatMap(daysOf).filter(({ date }) => date >= today);
  const once = days.toSorted(inOrder).filter(({ date, time }, at, all) => all[at - 1]?.date !== date || all[at - 1]?.time !== time);
  return once.slice(0, most);
}

/**
 * When she is expected next, today included, by the plans that hold; and the last day that has passed, for somebody who
 * calls about a date that she missed. Null where there is none. The transfer is no appointment of reception's.
 */
export function expectedOn(plans: readonly DatedPlan[], today: CivilDate): { next: ExpectedOn | null; passed: CivilDate | null } {
  const days = plans.flatMap(daysOf).toSorted(inOrder);
  return { next: days.find(({ date }) => date >= today) ?? null, passed: days.findLast(({ date }) => date < today)?.date ?? null };
}
