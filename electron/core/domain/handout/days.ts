import { calendarCourse, calendarDays } from '../calendar.ts';
import { orderedSlots } from '../course.ts';
import { daysBetween, formatDate, formatDateTime, formatTime, shortWeekday } from '../dates.ts';
import type { Block, CalendarRow } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import type { CivilDate, ClockTime } from '../text.ts';
import { inSentence, type Paper, phrase } from './paper.ts';
import { openEnd, relativeFirstDay } from './planRows.ts';
import { isBeforeDose, testName } from './tests.ts';

type Marks = CalendarRow['marks'];

/** How far from the course a test still has a row of its own; transfer and visits always have one. */
const NEARBY_DAYS = 3;

function withTime(text: string, time: ClockTime | undefined, { labels }: Paper): string {
  return time === undefined ? text : fill(labels.dates.withTime, { date: text, time: formatTime(time, labels) });
}

/** Tests of one day: those at the same time on one line, the drug level on its own with "blood first". */
function testMarks(paper: Paper, date: CivilDate): Marks {
  const planned = (paper.program.tests ?? []).filter((test) => test.date === date);
  const level = planned
    .filter((test) => isBeforeDose(test, paper))
    .map((test) => withTime(fill(paper.labels.calendar.bloodFirst, { test: testName(test, paper) }), test.time, paper));
  const others = planned.filter((test) => !isBeforeDose(test, paper));
  const times = [...new Set(others.map(({ time }) => time))];
  const lines = times.map((time) => {
    const names = others.filter((test) => test.time === time).map((test) => testName(test, paper));
    return withTime(names.map((name, index) => (index === 0 ? name : inSentence(name))).join(', '), time, paper);
  });
  return [...level, ...lines].map((text) => ({ kind: 'test', text }));
}

function marksOf(paper: Paper, date: CivilDate): Marks {
  const { course, program, labels } = paper;
  const visits = (program.visits ?? []).filter((visit) => visit.date === date);
  return [
    ...(date === course.firstDay ? [{ kind: 'first' as const, text: labels.calendar.first }] : []),
    ...(date === program.transferDate ? [{ kind: 'transfer' as const, text: labels.calendar.transfer }] : []),
    ...testMarks(paper, date),
    ...visits.map(({ time, purpose }) => ({
      kind: 'visit' as const,
      text: withTime(fill(labels.calendar.visit, { purpose: phrase(purpose) }), time, paper),
    })),
    ...(date === course.lastDay ? [{ kind: 'last' as const, text: labels.calendar.last }] : []),
  ];
}

/** Days outside the course that have a row: transfer and visits to come, and tests close by. */
function otherDays({ program, visit }: Paper, first: CivilDate, last: CivilDate): CivilDate[] {
  const near = (date: CivilDate) => daysBetween(date, first) <= NEARBY_DAYS && daysBetween(last, date) <= NEARBY_DAYS;
  const dates = [
    ...(program.transferDate === undefined ? [] : [program.transferDate]),
    ...(program.visits ?? []).map(({ date }) => date),
    ...(program.tests ?? []).map(({ date }) => date).filter(near),
  ];
  return [...new Set(dates)].filter((date) => date >= visit.visitDate && (date < first || date > last));
}

/**
 * Block 6 with boxes, when dose, first and planned last day are known. A paper of a course that goes on begins at the day
 * of the visit; its days keep their numbers.
 */
function withBoxes(paper: Paper): Block | undefined {
  const { program, course, labels, dose, decision, visit } = paper;
  const planned = dose === undefined ? undefined : calendarCourse(program, course);
  if (planned === undefined || dose === undefined) return undefined;
  const goesOn = decision === 'continue' || decision === 'change' || decision === 'stop';
  const days = calendarDays(planned, goesOn && planned.firstDay < visit.visitDate ? visit.visitDate : undefined);
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (first === undefined || last === undefined) return undefined;
  const slots = orderedSlots(dose.units);
  const rows = [...days, ...otherDays(paper, first, last).map((date) => ({ date, day: undefined, boxes: slots.map(() => false) }))]
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, day, boxes }) => ({
      weekday: shortWeekday(date, labels),
      date: formatDate(date, labels),
      day: day === undefined ? '' : String(day),
      boxes,
      marks: marksOf(paper, date),
    }));
  const { calendar } = labels;
  return {
    kind: 'calendar',
    title: calendar.title,
    how: calendar.how[dose.form],
    head: {
      weekday: calendar.weekday,
      date: calendar.date,
      day: labels.dose.dayHead[dose.form],
      slots: slots.map((slot) => fill(calendar.slot, { slot: labels.dose.slots[slot], units: dose.units[slot] })),
      also: calendar.also,
    },
    rows,
    end: decision === 'stop' ? calendar.endAfterStop : `*${calendar.end}*\n*${calendar.dontStop}*`,
  };
}

/** Block 6 without boxes: relative wording, because a first or last day that isn't known must not look like one. */
function withoutBoxes(paper: Paper): Block {
  const { program, course, labels, decision, dose, visit } = paper;
  const { calendar } = labels;
  const mayTake = decision !== undefined && !(dose === undefined && (decision === 'start' || program.doseLater));
  const first =
    course.firstDay === undefined ? relativeFirstDay(program, labels) : `${formatDate(course.firstDay, labels, { weekday: 'long' })}.`;
  const ahead = (date: CivilDate) => date >= visit.visitDate;
  return {
    kind: 'relative',
    title: calendar.title,
    lines: [
      ...(program.start === undefined ? [] : [`${labels.plan.firstDay}: ${first}`]),
      ...(mayTake ? [calendar.takeEachDay, ...(course.lastDay === undefined ? [openEnd(program, labels)] : [])] : []),
      ...(program.transferDate !== undefined && ahead(program.transferDate)
        ? [fill(calendar.transferOn, { date: formatDate(program.transferDate, labels, { weekday: 'short' }) })]
        : []),
      ...(program.visits ?? [])
        .filter(({ date }) => ahead(date))
        .map(({ date, time, purpose }) => fill(calendar.visitOn, { purpose: phrase(purpose), date: formatDateTime(date, time, labels) })),
      ...(mayTake ? [`*${calendar.end} ${calendar.dontStop}*`] : [decision === undefined ? labels.dose.undecided : labels.dose.later]),
    ],
  };
}

/** Block 6: the calendar, or relative wording. After a stop only the days that remain, and never relative. */
export function calendarOf(paper: Paper): Block[] {
  const boxes = paper.dosesDue ? withBoxes(paper) : undefined;
  if (boxes !== undefined) return [boxes];
  return paper.kind === 'dose' ? [withoutBoxes(paper)] : [];
}
