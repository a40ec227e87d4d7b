import type { AnswerChange } from './amendment.ts';
import type { Answers } from './answers.ts';
import { courseOf } from './course.ts';
import type { CivilDate } from './text.ts';

/** A date that stands in the answers as itself, so that nothing moves it but the doctor. */
export interface DateToLookAt {
  /** Names the date in `TransferMove.dates`: `nextDate`, `tests.0`. */
  id: string;
  kind: 'firstDay' | 'lastDay' | 'lookedAt' | 'ovulation' | 'preparation' | 'next' | 'test' | 'visit';
  /** Id of the pack's test or the name typed for it; purpose of the visit. */
  test?: string;
  name?: string;
  date: CivilDate;
  /** Before the first or after the last day of the new course. */
  outside: boolean;
  past: boolean;
}

/** The new transfer date, and the dates that the doctor has moved with it, by `DateToLookAt.id`. */
export interface TransferMove {
  transferDate: CivilDate;
  dates: Readonly<Record<string, CivilDate>>;
}

type Found = Omit<DateToLookAt, 'outside' | 'past'>;

function datesOf({ program }: Answers): Found[] {
  const { start, stop, ovulationDate, preparationDate, nextDate, tests = [], visits = [] } = program;
  const one = (id: string, kind: Found['kind'], date: CivilDate | undefined): Found[] => (date === undefined ? [] : [{ id, kind, date }]);
  return [
    ...one('start', 'firstDay', start?.anchor === 'date' ? start.date : undefined),
    ...one('ovulationDate', 'ovulation', ovulationDate),
    ...one('preparationDate', 'preparation', preparationDate),
    ...one('stop', stop?.anchor === 'date' ? 'lastDay' : 'lookedAt', stop?.date),
    ...one('nextDate', 'next', nextDate),
    ...tests.map(({ test, name, date }, index) => ({
      id: `tests.${index}`,
      kind: 'test' as const,
      test,
      ...(name === undefined ? {} : { name }),
      date,
    })),
    ...visits.map(({ purpose, date }, index) => ({ id: `visits.${index}`, kind: 'visit' as const, name: purpose, date })),
  ];
}

/**
 * The dates to look at after the transfer has moved: everything that counts from the transfer is worked out anew, these
 * are not, because a test or a visit is the doctor's to move. Tests and visits that are over are left out.
 */
export function datesToLookAt(answers: Answers, today: CivilDate): DateToLookAt[] {
  const { firstDay, lastDay } = courseOf(answers);
  return datesOf(answers)
    .map((found) => ({
      ...found,
      outside: (firstDay !== undefined && found.date < firstDay) || (lastDay !== undefined && found.date > lastDay),
      past: found.date < today,
    }))
    .filter(({ kind, past }) => !(past && (kind === 'test' || kind === 'visit')));
}

/** The answers that a moved transfer changes: its date, and each date that was moved with it. Nothing else is touched. */
export function transferChanges({ program }: Answers, { transferDate, dates }: TransferMove): AnswerChange[] {
  const moved = <Item extends { date: CivilDate }>(list: readonly Item[] | undefined, name: string) =>
    list?.map((item, index) => ({ ...item, date: dates[`${name}.${index}`] ?? item.date }));
  const candidates: [keyof typeof program, unknown][] = [
    ['transferDate', transferDate],
    ['ovulationDate', dates.ovulationDate],
    ['preparationDate', dates.preparationDate],
    ['nextDate', dates.nextDate],
    ['start', dates.start && program.start ? { ...program.start, date: dates.start } : undefined],
    ['stop', dates.stop && program.stop ? { ...program.stop, date: dates.stop } : undefined],
    ['tests', moved(program.tests, 'tests')],
    ['visits', moved(program.visits, 'visits')],
  ];
  return candidates
    .filter(([id, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(program[id]))
    .map(([id, value]) => ({ key: `program.${id}`, value }));
}
