import type { AnswerKey, Answers, ProgramAnswers, ProgramQuestionId } from './answers.ts';
import { conflictsOf } from './conflicts.ts';
import { firstDayOf, lastDayOf } from './course.ts';
import { daysBetween } from './dates.ts';
import type { Conflict } from './evaluation.ts';
import type { Pack } from './pack.ts';
import type { CivilDate } from './text.ts';

/** A way out of a conflict that one press takes: the answers that it changes together, null taking one back. */
export interface Mend {
  id: 'moveTo' | 'remove' | 'beginToday' | 'continueInstead' | 'swap' | 'clear' | 'fromFirstDose' | 'toLastDose';
  /** The day that it moves to. */
  date?: CivilDate;
  changes: { key: AnswerKey; value: unknown }[];
}

export interface MendInput {
  pack: Pack;
  answers: Answers;
  /** Today in the clinic's zone. */
  today: CivilDate;
}

/** How many days are offered at most: more is a list, not a mend. */
const OFFERED = 3;
/** How far ahead, in days, a date may lie that was typed with the wrong year. */
const YEAR_SLIP_MAX = 180;

type Planned = NonNullable<ProgramAnswers['tests']>[number] | NonNullable<ProgramAnswers['visits']>[number];
type Change = (program: ProgramAnswers) => Partial<Record<ProgramQuestionId, unknown>>;

function mend(id: Mend['id'], program: ProgramAnswers, change: Change, date?: CivilDate): Mend {
  const changes = Object.entries(change(program)).map(([key, value]) => ({ key: `program.${key}`, value: value ?? null }));
  return { id, changes, ...(date === undefined ? {} : { date }) };
}

/** The same day of another year, where there is one. */
function inYear(date: CivilDate, by: number): CivilDate | undefined {
  const year = String(Number(date.slice(0, 4)) + by);
  const moved = `${year}${date.slice(4)}`;
  return date.endsWith('02-29') ? undefined : moved;
}

/** A day that was typed with the year that has passed; undefined where that would lie too far ahead. */
function nextYear(date: CivilDate, today: CivilDate): CivilDate | undefined {
  const moved = inYear(date, 1);
  return moved !== undefined && moved >= today && daysBetween(today, moved) <= YEAR_SLIP_MAX ? moved : undefined;
}

/** Days on which she comes anyway: of tests, visits and the next step, each once. The transfer is none: nobody sees her then. */
function plannedDays({ tests, visits, nextDate }: ProgramAnswers): CivilDate[] {
  const days = [...(tests ?? []), ...(visits ?? [])].map(({ date }) => date);
  return [...new Set([...days, ...(nextDate === undefined ? [] : [nextDate])])].sort();
}

/** The list without one of its entries; no answer when that was the only one. */
function removed<Item>(list: readonly Item[], index: number): readonly Item[] | null {
  const rest = list.filter((_, at) => at !== index);
  return rest.length > 0 ? rest : null;
}

/**
 * For a test or a visit: another day on which she comes anyway, the same day of the next year, or to leave it out. No day
 * is worked out from the first dose: how long a level takes is the doctor's to say, and the program never proposes it.
 */
function planMends(id: 'tests' | 'visits', index: number, fits: (date: CivilDate) => boolean, { answers, today }: MendInput): Mend[] {
  const { program } = answers;
  const list: readonly Planned[] = program[id] ?? [];
  const moved = list[index];
  if (moved === undefined) return [];
  const nameOf = (each: Planned) => ('test' in each ? `${each.test} ${each.name ?? ''}` : each.purpose);
  const taken = new Set(list.filter((each) => nameOf(each) === nameOf(moved)).map(({ date }) => date));
  const slip = moved.date < today ? nextYear(moved.date, today) : undefined;
  const days = [...plannedDays(program), ...(slip === undefined ? [] : [slip])].filter((date) => fits(date) && !taken.has(date));
  const at = (date: CivilDate) => list.map((each, place) => (place === index ? { ...each, date } : each));
  return [
    ...[...new Set(days)].slice(0, OFFERED).map((date) => mend('moveTo', program, () => ({ [id]: at(date) }), date)),
    mend('remove', program, () => ({ [id]: removed(list, index) })),
  ];
}

function startMends({ answers: { program }, today }: MendInput): Mend[] {
  const { start } = program;
  if (start === undefined) return [];
  const slot = start.slot === undefined ? {} : { slot: start.slot };
  const onDay = (id: 'moveTo' | 'beginToday', date: CivilDate) =>
    mend(id, program, () => ({ start: { anchor: 'date', date, ...slot } }), date);
  const slip = start.anchor === 'date' && start.date !== undefined ? nextYear(start.date, today) : undefined;
  return [
    ...(slip === undefined ? [] : [onDay('moveTo', slip)]),
    onDay('beginToday', today),
    mend('continueInstead', program, () => ({ decision: 'continue' })),
  ];
}

/** The first or the last day whole again, without the dose that was named for it. */
function slotMends(id: 'fromFirstDose' | 'toLastDose', program: ProgramAnswers): Mend[] {
  const part = id === 'fromFirstDose' ? 'start' : 'stop';
  const { slot, ...whole } = program[part] ?? {};
  return slot === undefined ? [] : [mend(id, program, () => ({ [part]: whole }))];
}

function stopMends({ answers: { program } }: MendInput): Mend[] {
  const { start, stop } = program;
  const [first, last] = [firstDayOf(program), lastDayOf(program)];
  if (start === undefined || stop === undefined || first === undefined || last === undefined) return [];
  const years = [inYear(last, 1), inYear(last, -1)].filter((date) => date !== undefined);
  const { date: _, ...open } = stop;
  return [
    ...years.map((date) => mend('moveTo', program, () => ({ stop: { ...stop, date } }), date)),
    ...(start.anchor === 'date' && last < first
      ? [mend('swap', program, () => ({ start: { ...start, date: last }, stop: { ...stop, date: first } }))]
      : []),
    ...slotMends('toLastDose', program),
    mend('clear', program, () => ({ stop: open })),
  ];
}

function nextDateMends({ answers: { program }, today }: MendInput): Mend[] {
  const slip = program.nextDate === undefined ? undefined : nextYear(program.nextDate, today);
  const days = [
    ...plannedDays(program)
      .filter((date) => date >= today)
      .slice(0, OFFERED - 1),
    ...(slip === undefined ? [] : [slip]),
  ];
  return [...new Set(days)].map((date) => mend('moveTo', program, () => ({ nextDate: date }), date));
}

function candidates({ id, field }: Conflict, input: MendInput): Mend[] {
  const { program } = input.answers;
  const index = Number(field.split('.')[2]);
  const [first, last] = [firstDayOf(program), lastDayOf(program)];
  const fromToday = (date: CivilDate) => date >= input.today;
  switch (id) {
    case 'startInPast':
      return startMends(input);
    case 'endBeforeStart':
    case 'courseTooLong':
      return stopMends(input);
    case 'firstSlotEmpty':
      return slotMends('fromFirstDose', program);
    case 'lastSlotEmpty':
      return slotMends('toLastDose', program);
    case 'nextDateInPast':
      return nextDateMends(input);
    case 'visitInPast':
      return planMends('visits', index, fromToday, input);
    case 'testInPast':
      return planMends('tests', index, fromToday, input);
    case 'testBeforeFirstDose':
    case 'testAfterLastDose':
      return planMends('tests', index, (date) => first !== undefined && date > first && (last === undefined || date <= last), input);
    // Another dose is never proposed, nor a price or its day: who wrote it down knows.
    case 'doseOutsideRange':
    case 'priceInFuture':
    case 'priceInAllLess':
      return [];
  }
}

function withMend({ program, topic }: Answers, { changes }: Mend): Answers {
  const next: Record<string, unknown> = { ...program };
  for (const { key, value } of changes) next[key.slice('program.'.length)] = value ?? undefined;
  return { program: next as ProgramAnswers, topic };
}

/** How often each kind of conflict stands there. */
function kinds(conflicts: readonly Conflict[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of conflicts) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * The ways out of a conflict, the most likely first. Each of them settles it and makes no other; what would is not
 * offered. A dose is never among them, nor a day that nobody has planned, but for today and the year that was meant.
 */
export function mendsOf(conflict: Conflict, input: MendInput): Mend[] {
  const before = kinds(conflictsOf(input.pack, input.answers, input.today));
  return candidates(conflict, input).filter((each) => {
    const after = kinds(conflictsOf(input.pack, withMend(input.answers, each), input.today));
    const settled = (after.get(conflict.id) ?? 0) < (before.get(conflict.id) ?? 0);
    return settled && [...after].every(([id, count]) => count <= (before.get(id) ?? 0));
  });
}
