import * as z from 'zod';
import { type Answers, programQuestions } from './answers.ts';
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
    })
    .optional()
    .describe('The dose, when one was to be taken'),
  transferDate: civilDateSchema.optional().describe('Date of the embryo transfer'),
  firstDay: civilDateSchema.optional().describe('First day of the medicine'),
  lastDay: civilDateSchema.optional().describe('Planned last day of the medicine'),
  tests: programQuestions.tests.optional().describe('Blood tests'),
});
export type LastVisit = z.infer<typeof lastVisitSchema>;

/** The plan of a final visit, for the paper of the one that goes on from it. */
export function lastVisitOf(visitDate: string, answers: Answers): LastVisit {
  const { program } = answers;
  if (program.decision === 'wait' || program.decision === 'notTaking') return { visitDate };
  const dose = program.doseLater ? undefined : doseOf(program);
  const { firstDay, lastDay } = courseOf(answers);
  const { transferDate, slotTimes, tests } = program;
  return {
    visitDate,
    ...(dose === undefined ? {} : { dose: { ...dose, ...(slotTimes === undefined ? {} : { slotTimes }) } }),
    ...(transferDate === undefined ? {} : { transferDate }),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(tests === undefined ? {} : { tests }),
  };
}
