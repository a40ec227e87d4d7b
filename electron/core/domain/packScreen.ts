import * as z from 'zod';
import { packId, statementSchema } from './packParts.ts';

/** Pictures that a point on the patient's screen may have; the window draws them. */
export const SCREEN_ICONS = [
  'baby',
  'blood',
  'breakfast',
  'call',
  'care',
  'choice',
  'cost',
  'doctor',
  'embryo',
  'fever',
  'food',
  'heart',
  'idea',
  'look',
  'mood',
  'no',
  'paper',
  'pill',
  'pressure',
  'question',
  'scales',
  'shield',
  'sleep',
  'start',
  'study',
  'talk',
  'tests',
  'time',
  'together',
  'wait',
  'warning',
  'womb',
] as const;
export const screenIconSchema = z.enum(SCREEN_ICONS).describe('Picture beside the point');
export type ScreenIcon = z.infer<typeof screenIconSchema>;

/** Fewer women than this in an arm are never drawn: their real counts stand in the sentence, beside the weakness. */
export const FEWEST_WOMEN_DRAWN = 100;

/** A line of evidence, shown alone and only when the doctor asks for it. */
export const screenEvidenceSchema = statementSchema.extend({
  counts: packId.optional().describe('Counts of one of its facts that are drawn beside it, where every arm has at least 100 women'),
});

/** A section on the patient's own screen, below its title and its line. Nothing in it is about her. */
export const sectionScreenSchema = z.strictObject({
  points: z
    .array(statementSchema.extend({ icon: screenIconSchema }))
    .min(1)
    .max(4)
    .describe('What she reads in large letters, in order'),
  note: statementSchema.optional().describe('One more line below the points'),
  evidence: z.array(screenEvidenceSchema).min(1).optional().describe('Hidden until the doctor shows it, one line at a time'),
});

/** Real counts of a study: how many women of each arm had what is counted. Texts: `counts.<id>`, `counts.<id>.<arm>`. */
export const countsSchema = z.strictObject({
  id: packId.describe('Id of the counts. Texts where a line of evidence draws them: counts.<id>, counts.<id>.<arm>'),
  arms: z
    .array(
      z.strictObject({
        id: packId.describe('Id of the arm'),
        women: z.int().positive().describe('How many women were in this arm'),
        had: z.int().min(0).describe('In how many of them it was counted'),
      }),
    )
    .min(1)
    .describe('The arms of the study, in order'),
});
export type Counts = z.infer<typeof countsSchema>;

export const factCountsSchema = z.array(countsSchema).min(1).optional().describe('Real counts that the fact says, arm by arm');
