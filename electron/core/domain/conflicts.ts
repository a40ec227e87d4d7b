import { type Answers, SLOTS, type Slot } from './answers.ts';
import { courseOf, doseOf, LONGEST_COURSE_DAYS } from './course.ts';
import { daysBetween } from './dates.ts';
import type { Conflict, Course } from './evaluation.ts';
import type { Pack } from './pack.ts';
import { priceState } from './price.ts';
import type { CivilDate } from './text.ts';

/** true while the paper gives a dose: no decision yet, start, continue or change. */
export function givesDose({ program }: Answers): boolean {
  return program.decision === undefined || ['start', 'continue', 'change'].includes(program.decision);
}

/** true when the last slot lies before the first, so that no dose is left. */
function endsBeforeStart({ program }: Answers, { firstDay, lastDay }: Course): boolean {
  if (firstDay === undefined || lastDay === undefined) return false;
  if (lastDay !== firstDay) return lastDay < firstDay;
  const [from, to] = [program.start?.slot, program.stop?.slot];
  return from !== undefined && to !== undefined && SLOTS.indexOf(to) < SLOTS.indexOf(from);
}

function courseConflicts(answers: Answers, course: Course, today: CivilDate): Conflict[] {
  const { program } = answers;
  const conflicts: Conflict[] = [];
  const { firstDay, lastDay } = course;
  if (program.decision === 'start' && firstDay !== undefined && firstDay < today)
    conflicts.push({ id: 'startInPast', field: 'program.start', value: firstDay, blocks: true });
  if (lastDay !== undefined && endsBeforeStart(answers, course))
    conflicts.push({ id: 'endBeforeStart', field: 'program.stop', value: lastDay, blocks: true });
  if (firstDay !== undefined && lastDay !== undefined && daysBetween(firstDay, lastDay) + 1 > LONGEST_COURSE_DAYS)
    conflicts.push({ id: 'courseTooLong', field: 'program.stop', value: lastDay, blocks: true });
  return conflicts;
}

function doseConflicts(pack: Pack, answers: Answers): Conflict[] {
  const { dailyMg } = courseOf(answers);
  const { min, max } = pack.protocol.usualDailyMg;
  const isOutside = dailyMg !== undefined && (dailyMg < min || dailyMg > max);
  if (!isOutside || doseOf(answers.program) === undefined || answers.program.doseReason !== undefined || answers.program.doseLater)
    return [];
  return [{ id: 'doseOutsideRange', field: 'program.doseReason', value: String(dailyMg), blocks: true }];
}

/** A dose named for the first or the last day at a time at which nothing is taken; the lines of the gate stop "final". */
function slotConflicts({ program: { start, stop, units } }: Answers): Conflict[] {
  const isEmpty = (slot: Slot | undefined) => slot !== undefined && units !== undefined && units[slot] === 0;
  const first = start?.slot;
  const last = stop?.slot;
  return [
    ...(isEmpty(first) ? [{ id: 'firstSlotEmpty' as const, field: 'program.start', blocks: false }] : []),
    ...(isEmpty(last) ? [{ id: 'lastSlotEmpty' as const, field: 'program.stop', blocks: false }] : []),
  ];
}

/** What is odd about a drug-level test outside of the course: there is no level to measure (L16). Other tests belong there, too. */
function outsideCourse(date: CivilDate, { firstDay, lastDay }: Course): 'testBeforeFirstDose' | 'testAfterLastDose' | undefined {
  if (firstDay !== undefined && date < firstDay) return 'testBeforeFirstDose';
  return lastDay !== undefined && date > lastDay && (firstDay ?? lastDay) <= lastDay ? 'testAfterLastDose' : undefined;
}

/** A line per test: one that has passed, or a drug level where there is none. */
function testConflicts(pack: Pack, answers: Answers, course: Course, today: CivilDate): Conflict[] {
  return (answers.program.tests ?? []).flatMap(({ test, date }, index) => {
    const measures = pack.protocol.tests.some((each) => each.id === test && each.beforeDose);
    const outside = measures && givesDose(answers) ? outsideCourse(date, course) : undefined;
    const id = outside ?? (date < today ? 'testInPast' : undefined);
    return id === undefined ? [] : [{ id, field: `program.tests.${index}`, value: date, blocks: false }];
  });
}

/** A price of a day that is still to come can't be known; one strip that costs more than all of them is worth a look, for strips are cut. */
function priceConflicts({ program: { price = {} } }: Answers, today: CivilDate): Conflict[] {
  const { strip, inAll, date } = price;
  return [
    ...(date !== undefined && date > today
      ? [{ id: 'priceInFuture' as const, field: 'program.price', value: date, blocks: priceState(price) === 'printable' }]
      : []),
    ...(strip !== undefined && inAll !== undefined && inAll < strip
      ? [{ id: 'priceInAllLess' as const, field: 'program.price.inAll', blocks: false }]
      : []),
  ];
}

/**
 * What does not fit together among the answers. Dates that can't be right stop "final" (`blocks`), as does a dose
 * outside the range of the sources until it has a reason; a test or a visit on an odd day, or an odd price, is worth a
 * look and stops nothing. What concerns the dose counts only where the paper gives one.
 */
export function conflictsOf(pack: Pack, answers: Answers, today: CivilDate): Conflict[] {
  const { program } = answers;
  const course = courseOf(answers);
  const conflicts: Conflict[] = [];
  if (givesDose(answers))
    conflicts.push(...doseConflicts(pack, answers), ...courseConflicts(answers, course, today), ...slotConflicts(answers));
  conflicts.push(...testConflicts(pack, answers, course, today));
  if (program.decision === 'stop' && course.lastDay !== undefined && endsBeforeStart(answers, course))
    conflicts.push({ id: 'endBeforeStart', field: 'program.stop', value: course.lastDay, blocks: true });
  if (program.nextDate !== undefined && program.nextDate < today)
    conflicts.push({ id: 'nextDateInPast', field: 'program.nextDate', value: program.nextDate, blocks: true });
  (program.visits ?? []).forEach(({ date }, index) => {
    if (date < today) conflicts.push({ id: 'visitInPast', field: `program.visits.${index}`, value: date, blocks: false });
  });
  conflicts.push(...priceConflicts(answers, today));
  return conflicts;
}
