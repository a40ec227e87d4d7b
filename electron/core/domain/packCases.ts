import * as z from 'zod';
import { packId as id } from './packParts.ts';

/** A worked case: answers, and what criteria and rules must say of them. */
export const workedCaseSchema = z.strictObject({
  id: id.describe('Id of the case'),
  says: z.string().describe('The case in one sentence'),
  answers: z.record(z.string(), z.unknown()).describe('Topic answers by question id'),
  expect: z
    .strictObject({
      criteria: z
        .record(z.string(), z.enum(['met', 'notMet', 'notKnown', 'doesNotApply']))
        .default({})
        .describe('What criteria must be, by id'),
      rules: z
        .record(z.string(), z.enum(['true', 'false', 'unknown', 'neutral']))
        .default({})
        .describe('What named rules must be, by id'),
    })
    .describe('What the program must say of this case'),
});
