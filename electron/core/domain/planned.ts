import type { ProgramAnswers } from './answers.ts';
import { kindOf } from './handout/paper.ts';
import { MAY_HIDE } from './hideable.ts';
import type { DatedPlan } from './nextDate.ts';
import type { Pack } from './pack.ts';
import type { CivilDate } from './text.ts';

type PlannedTest = NonNullable<ProgramAnswers['tests']>[number];
type PlannedVisit = NonNullable<ProgramAnswers['visits']>[number];

/** The answers that say when she is expected, and those that decide what of it holds. */
export type PlanAnswers = DatedPlan & Pick<ProgramAnswers, 'decision' | 'hidden'>;

/** The visit in which the plan was made. */
export interface PlanMadeIn {
  visitDate: CivilDate;
  /** Ids of its pack's tests for a level of the medicine in her blood. */
  drugLevels: ReadonlySet<string>;
}

/** Ids of a pack's tests for a level of the medicine in her blood. */
export function drugLevelsOf({ protocol }: Pack): ReadonlySet<string> {
  return new Set(protocol.tests.filter(({ beforeDose }) => beforeDose).map(({ id }) => id));
}

/**
 * The planned tests that hold, in the order in which they were planned. After a stop those that remain; where no medicine
 * is given, none of its level, and none at all where the block is switched off.
 */
export function testsThatHold({ decision, hidden = [], tests = [] }: PlanAnswers, { visitDate, drugLevels }: PlanMadeIn): PlannedTest[] {
  const kind = kindOf(decision);
  if (MAY_HIDE[kind].includes('tests') && hidden.includes('tests')) return [];
  return tests.filter(({ test, date }) => (kind !== 'stop' || date >= visitDate) && !(kind === 'none' && drugLevels.has(test)));
}

/** The planned visits that hold: those that are still ahead on the day of the visit that plans them. */
export function visitsThatHold({ visits = [] }: Pick<PlanAnswers, 'visits'>, { visitDate }: Pick<PlanMadeIn, 'visitDate'>): PlannedVisit[] {
  return visits.filter(({ date }) => date >= visitDate);
}

/** What of a plan holds: the days that stand on her paper, and so the only ones that a card, a slip or a call may know of. */
export function planThatHolds(answers: PlanAnswers, madeIn: PlanMadeIn): DatedPlan {
  const { nextDate, nextTime } = answers;
  return { nextDate, nextTime, visits: visitsThatHold(answers, madeIn), tests: testsThatHold(answers, madeIn) };
}
