import * as z from 'zod';
import { startAnchorSchema, stopAnchorSchema } from './pack.ts';
import { civilDateSchema, clockTimeSchema, paperLanguageSchema, printableText, requiredText } from './text.ts';

/** Her answer to a question of the pack. Its value is typed by the question; see `topicAnswerProblem`. */
export const topicAnswerSchema = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('known').describe('The answer is known'),
      value: z
        .union([z.boolean(), z.int(), printableText(300), z.array(z.string())])
        .describe('The answer: true or false, a whole number, a text, an option or a list of options, as the question asks'),
      note: printableText(300).optional().describe('What was done or found, in words'),
      date: civilDateSchema.optional().describe('Date of the result'),
    }),
    z.strictObject({
      state: z.literal('notKnown').describe('Asked, and not known yet'),
      note: printableText(300).optional().describe('What is still to come'),
      date: civilDateSchema.optional().describe('When it is expected'),
    }),
    z.strictObject({
      state: z.literal('doesNotApply').describe('The question does not apply to her'),
      because: requiredText(90).describe('Why it does not apply'),
    }),
  ])
  .describe('Answer to a question of the topic');
export type TopicAnswer = z.infer<typeof topicAnswerSchema>;

export const decisionSchema = z
  .enum(['start', 'continue', 'change', 'stop', 'wait', 'notTaking'])
  .describe('What was decided: start, continue, change, stop, wait for results, or not taking it');
export type Decision = z.infer<typeof decisionSchema>;

export const slotSchema = z.enum(['morning', 'noon', 'evening', 'bedtime']);
export type Slot = z.infer<typeof slotSchema>;
/** The slots of a day in their order. */
export const SLOTS: readonly Slot[] = slotSchema.options;

/** The highest price that is taken, in rupees: ten lakh. */
export const PRICE_MAX = 1_000_000;
const amount = z.number().positive().max(PRICE_MAX).multipleOf(0.01);
const units = z.int().min(0).max(9).describe('Units at this time of the day; 0 for none');
const nameList = z
  .discriminatedUnion('known', [
    z.strictObject({ known: z.literal('none').describe('Asked, and there are none') }),
    z.strictObject({
      known: z.literal('some').describe('There are some'),
      names: z.array(requiredText(60)).min(1).max(20).describe('Their names'),
    }),
  ])
  .describe('Asked and none, or the names');

export const plannedTestSchema = z.strictObject({
  test: z.string().max(60).describe('Id of a test of the pack, or "other"'),
  name: printableText(60).optional().describe('Name of a test that the pack does not list'),
  date: civilDateSchema,
  time: clockTimeSchema.optional(),
});
export const plannedVisitSchema = z.strictObject({
  date: civilDateSchema,
  time: clockTimeSchema.optional(),
  purpose: requiredText(40).describe('With whom or what for'),
});
export const askedQuestionSchema = z.strictObject({
  question: requiredText(160).describe('Her question'),
  answer: printableText(400).optional().describe('The answer, when there is one'),
  who: printableText(60).optional().describe('Who will answer, when it is open'),
});
const teachBackItemSchema = z.enum([
  'dose',
  'dontStart',
  'lastDose',
  'missedDose',
  'redFlags',
  'transferMoves',
  'notStopping',
  'decided',
  'nextStep',
]);
export const criterionDecisionSchema = z.strictObject({
  reason: z.enum(['treated', 'doesNotApply', 'accepted', 'own']).describe('Why the doctor goes on despite a "no"'),
  text: printableText(90).optional().describe('The reason in the doctor’s own words'),
});

/**
 * The program's own questions: one schema per question id, each answer a row of its own. A missing key is an answer
 * not given. None of them has a default: a dose, a start or a stop is always the doctor's.
 */
export const programQuestions = {
  decision: decisionSchema,
  why: requiredText(140).describe('Why this was discussed, in the doctor’s words to her'),
  nextStep: requiredText(60).describe('The next step'),
  nextDate: civilDateSchema.describe('The date of the next step'),
  nextTime: clockTimeSchema.describe('The time of the next step'),

  form: z.enum(['tablet', 'capsule']).describe('Form of the medicine'),
  strengthMg: z.number().positive().max(20).multipleOf(0.05).describe('Strength of one unit, in mg'),
  brand: requiredText(30).describe('Brand name'),
  release: z.enum(['immediate', 'prolonged']).describe('Release type'),
  units: z
    .strictObject({ morning: units, noon: units, evening: units, bedtime: units })
    .describe('Units (tablets or capsules) at each time of the day'),
  slotTimes: z.partialRecord(slotSchema, clockTimeSchema).describe('The clock time of each slot'),
  doseLater: z.literal(true).describe('The dose is filled in later; she does not start until then'),
  doseReason: requiredText(90).describe('Why the daily dose is outside the range that the sources name'),
  chosen: z
    .partialRecord(z.enum(['dose', 'times', 'start', 'stop']), z.string().max(60))
    .describe('Which of the source’s alternatives the doctor chose, by id'),
  food: requiredText(110).describe('Food rule'),
  transferDate: civilDateSchema.describe('Date of the embryo transfer'),
  ovulationDate: civilDateSchema.describe('Date of ovulation'),
  preparationDate: civilDateSchema.describe('Date on which the preparation of the lining begins'),
  start: z
    .strictObject({
      anchor: startAnchorSchema.describe('What the first day counts from'),
      days: z.int().min(-60).max(60).optional().describe('Days after the anchor; negative is before it'),
      date: civilDateSchema.optional().describe('The first day itself, with the anchor "date"'),
      slot: slotSchema.optional().describe('The first slot on the first day, when it is not the first of the day'),
    })
    .describe('When she begins'),
  stop: z
    .strictObject({
      anchor: stopAnchorSchema.describe('What ends the course'),
      week: z.int().min(1).max(42).optional().describe('Week of pregnancy, with the anchor "pregnancyWeek"'),
      date: civilDateSchema.optional().describe('The planned last day, or the day on which it is looked at'),
      slot: slotSchema.optional().describe('The last slot on the last day, when it is not the last of the day'),
    })
    .describe('When she stops'),
  supervisors: z
    .strictObject({
      fertility: requiredText(40).describe('Fertility specialist'),
      kidney: requiredText(40).describe('Transplant or kidney specialist'),
    })
    .partial()
    .describe('Who supervises'),
  otherMedicines: requiredText(110).describe('Other medicines of the protocol'),
  missedDose: requiredText(110).describe('What to do after a missed dose; "never two together" is printed always'),
  ifTransferMoves: requiredText(120).describe('What to do if the transfer date changes'),
  ifNegative: requiredText(120).describe('What to do after a negative test'),
  ifBleeding: requiredText(120).describe('What to do with bleeding'),
  ifVomiting: requiredText(120).describe('What to do after vomiting a dose'),
  tests: z.array(plannedTestSchema).max(20).describe('Blood tests'),
  visits: z.array(plannedVisitSchema).max(20).describe('Visits'),

  price: z
    .strictObject({
      strip: amount.describe('Price of one strip, in rupees'),
      inAll: amount.describe('About what the whole course costs, in rupees'),
      date: civilDateSchema.describe('The day on which this was the price'),
    })
    .partial()
    .describe('Price of the medicine; it is printed with its date'),

  allergies: nameList,
  medicines: nameList,
  asked: z.array(askedQuestionSchema).max(40).describe('Her own questions'),
  commonQuestions: z.array(z.string().max(60)).max(40).describe('Common questions chosen for the paper, by id'),
  teachBack: z
    .partialRecord(teachBackItemSchema, z.enum(['understood', 'again', 'later']))
    .describe('What she said back: understood, explained again, or to be gone over again; a part left out was not discussed'),
  acknowledged: z
    .array(z.enum(['offLabel', 'options', 'risks', 'cost', 'chances']))
    .max(5)
    .describe('What the doctor said to her, for the clinic copy'),
  talkLanguage: requiredText(30).describe('Language of the talk, for the clinic copy'),
  criterionDecisions: z.record(z.string().max(60), criterionDecisionSchema).describe('Doctor’s decisions against a "no", by criterion'),
  hidden: z
    .array(
      z.enum(['criteria', 'options', 'evidence', 'sideEffects', 'medicines', 'questions', 'teachBack', 'sources', 'calendar', 'tests']),
    )
    .describe('Blocks that the doctor switched off'),
  language: paperLanguageSchema,
  paper: z.enum(['A4', 'Letter']).describe('Paper size'),
  largePrint: z.literal(true).describe('Large print, 18 points'),
  privateNote: z.string().max(2000).describe('A note that is never printed'),
} as const;

export type ProgramQuestionId = keyof typeof programQuestions;
export type ProgramAnswers = { [K in ProgramQuestionId]?: z.infer<(typeof programQuestions)[K]> | undefined };

/** All answers of a consultation: the program's questions, and the pack's by question id. */
export interface Answers {
  program: ProgramAnswers;
  topic: Record<string, TopicAnswer>;
}

/** Schema of `Answers`, as they stand in a visit file. */
export const answersSchema = z.strictObject({
  program: z.strictObject(programQuestions).partial().describe('Answers to the program’s own questions; leave out what was not answered'),
  topic: z.record(z.string(), topicAnswerSchema).describe('Answers to the questions of the topic pack, by question id'),
});

/** A row id: `program.<question>` or `topic.<question>`. */
export type AnswerKey = string;
