import { calendarCourse, calendarDays } from '../calendar.ts';
import { orderedSlots } from '../course.ts';
import { daysBetween, formatDate, formatDateTime, formatTime, shortWeekday } from '../dates.ts';
import type { Block, CalendarRow } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import type { CivilDate, ClockTime } from '../text.ts';
import { type Paper, phrase, stopped } from './paper.ts';
import { openEnd, relativeFirstDay } from './planRows.ts';
import { isBeforeDose, testName } from './tests.ts';

type Marks = CalendarRow['marks'];

/** How far from the course a test still has a row of its own; transfer and visits always have one. */
const NEARBY_DAYS = 3;

function withTime(text: string, time: ClockTime | undefined, { labels }: Paper): string {
  return time === undefined ? text : fill(labels.dates.withTime, { date: text, time: formatTime(time, labels) });
}

/**
 * Tests of one day, a mark for each time: a single test by its name, several as "Blood tests", and with a drug level among
 * them "Blood first, then dose" (L16). Their names stand in the list of tests.
 */
function testMarks(paper: Paper, date: CivilDate): Marks {
  const { calendar } = paper.labels;
  const planned = (paper.program.tests ?? []).filter((test) => test.date === date);
  const times = [...new Set(planned.map(({ time }) => time))].toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1));
  return times.map((time) => {
    const tests = planned.filter((test) => test.time === time);
    const names = new Set(tests.map((test) => testName(test, paper)));
    const [name, ...others] = names;
    const named = name === undefined || others.length > 0 ? calendar.tests : name;
    const text = tests.some((test) => isBeforeDose(test, paper)) ? calendar.bloodFirst : named;
    return { kind: 'test', text: withTime(text, time, paper) };
  });
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

/** Marks in a row, so that no row is higher than a page; a day with more takes a further row without boxes. */
const MARKS_IN_ROW = 4;

function inRows(marks: Marks): Marks[] {
  return Array.from({ length: Math.ceil(marks.length / MARKS_IN_ROW) }, (_, row) =>
    marks.slice(row * MARKS_IN_ROW, (row + 1) * MARKS_IN_ROW),
  );
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
    .flatMap(({ date, day, boxes }) => {
      const [marks = [], ...further] = inRows(marksOf(paper, date));
      const named = { weekday: shortWeekday(date, labels), date: formatDate(date, labels) };
      return [
        { ...named, day: day === undefined ? '' : String(day), boxes, marks },
        ...further.map((others) => ({ ...named, day: '', boxes: slots.map(() => false), marks: others })),
      ];
    });
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
      box: calendar.box,
    },
    rows,
    end: decision === 'stop' ? calendar.endAfterStop : `*${calendar.end} ${calendar.dontStop}*`,
  };
}

/** Block 6 without boxes: relative wording, because a first or last day that isn't known must not look like one. */
function withoutBoxes(paper: Paper): Block {
  const { program, course, labels, decision, dose, visit } = paper;
  const { calendar } = labels;
  const mayTake = decision !== undefined && !(dose === undefined && (decision === 'start' || program.doseLater));
  const first =
    course.firstDay === undefined ? relativeFirstDay(program, labels) : stopped(formatDate(course.firstDay, labels, { weekday: 'long' }));
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
