import type { ProgramAnswers } from '#core/domain/answers.ts';

/** How many days are offered at most: more is a list, not a mend. */
const OFFERED = 3;

/**
 * Days to which a drug-level test that lies before the first dose can be moved: those after the first day on which the
 * doctor has already planned another test, a visit or the next step, so that she comes anyway. No day is worked out from
 * the first dose: how long a level takes is the doctor's to say, and the program never proposes it. The transfer isn't
 * offered either, for nobody planned to take blood then.
 */
export function daysForTest(program: ProgramAnswers, index: number, firstDay: string): string[] {
  const tests = program.tests ?? [];
  const moved = tests[index];
  if (!moved) return [];
  const taken = new Set(tests.filter(({ test, name }) => test === moved.test && name === moved.name).map(({ date }) => date));
  const planned = [...tests, ...(program.visits ?? [])].map(({ date }) => date);
  const days = [...planned, ...(program.nextDate ? [program.nextDate] : [])].filter((date) => date > firstDay && !taken.has(date));
  return [...new Set(days)].sort().slice(0, OFFERED);
}
