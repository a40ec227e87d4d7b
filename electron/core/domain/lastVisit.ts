import * as z from 'zod';
import { type Answers, type Decision, type ProgramAnswers, programQuestions } from './answers.ts';
import { courseOf, doseOf } from './course.ts';
import { civilDateSchema } from './text.ts';

/**
 * What the last visit's plan was, as far as a follow-up's paper says what has changed since: a dose when one was to be taken,
 * and the dates. What was not known or not given then is absent.
 */
export const lastVisitSchema = z.strictObject({
  visitDate: civilDateSchema.describe('Date of the last visit, YYYY-MM-DD'),
  dose: z
    .strictObject({
      form: programQuestions.form,
      strengthMg: programQuestions.strengthMg,
      units: programQuestions.units,
      slotTimes: programQuestions.slotTimes.optional(),
      brand: programQuestions.brand.optional(),
      release: programQuestions.release.optional(),
    })
    .optional()
    .describe('The dose, when one was to be taken'),
  stopped: z.literal(true).optional().describe('She was to stop; there is no dose then'),
  stop: programQuestions.stop.pick({ anchor: true, week: true }).optional().describe('What was to end the course'),
  transferDate: civilDateSchema.optional().describe('Date of the embryo transfer'),
  firstDay: civilDateSchema.optional().describe('First day of the medicine'),
  lastDay: civilDateSchema.optional().describe('Planned last day of the medicine'),
  tests: programQuestions.tests.optional().describe('Blood tests'),
});
export type LastVisit = z.infer<typeof lastVisitSchema>;

/** Whether a paper says what has changed since the last visit: one that starts or gives no medicine doesn't. */
export function tellsSince(decision: Decision | undefined): decision is 'continue' | 'change' | 'stop' {
  return decision === 'continue' || decision === 'change' || decision === 'stop';
}

/** The dose with its times, brand and kind; undefined while it is to be filled in later or a part of it is missing. */
export function doseOfPlan(program: ProgramAnswers): LastVisit['dose'] {
  const dose = program.doseLater ? undefined : doseOf(program);
  if (dose === undefined) return undefined;
  const { slotTimes, brand, release } = program;
  return {
    ...dose,
    ...(slotTimes === undefined ? {} : { slotTimes }),
    ...(brand === undefined ? {} : { brand }),
    ...(release === undefined ? {} : { release }),
  };
}

/** The plan of a final visit, for the paper of the one that goes on from it. */
export function lastVisitOf(visitDate: string, answers: Answers): LastVisit {
  const { program } = answers;
  if (program.decision === 'wait' || program.decision === 'notTaking') return { visitDate };
  const { firstDay, lastDay } = courseOf(answers);
  const { transferDate, stop, tests } = program;
  const stopped = program.decision === 'stop';
  const dose = stopped ? undefined : doseOfPlan(program);
  return {
    visitDate,
    ...(dose === undefined ? {} : { dose }),
    ...(stopped ? { stopped } : {}),
    ...(stop === undefined ? {} : { stop: { anchor: stop.anchor, ...(stop.week === undefined ? {} : { week: stop.week }) } }),
    ...(transferDate === undefined ? {} : { transferDate }),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(tests === undefined ? {} : { tests }),
  };
}
