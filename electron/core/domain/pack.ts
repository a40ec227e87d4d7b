import * as z from 'zod';
import { workedCaseSchema } from './packCases.ts';
import { packHandoutSchema } from './packHandout.ts';
import { packMedicinesSchema } from './packMedicines.ts';
import { factIds, packId as id, statementSchema } from './packParts.ts';
import { factCountsSchema, sectionScreenSchema } from './packScreen.ts';
import { ruleSchema } from './rules.ts';
import { civilDateSchema, languageSchema } from './text.ts';

export const factSchema = z.strictObject({
  id: id.describe('Id of the fact, by which texts name it'),
  kind: z.enum(['clinic', 'label', 'study', 'guideline', 'law']).describe('Where the fact comes from'),
  says: z.string().describe('The fact, as the doctor reads it when approving the pack'),
  source: z.string().describe('Where it was read'),
  prints: z.boolean().default(true).describe('false: provenance or law, never on paper'),
  unconfirmed: z.string().optional().describe('The clause that is not confirmed and must never be printed'),
  mustNotSay: z.array(z.string().min(1)).optional().describe('Words that no text resting on this fact may hold, in any language'),
  onlyWith: z.array(id).optional().describe('Facts that must stand in the same text, so that one side is never told alone'),
  counts: factCountsSchema,
});
export type Fact = z.infer<typeof factSchema>;

export type Statement = z.infer<typeof statementSchema>;

const asks = {
  note: z.boolean().default(false).describe('true: a note stands beside the answer, such as which test it was'),
  date: z.boolean().default(false).describe('true: the date of the result stands beside the answer'),
};

const questionBase = {
  id: id.describe('Id of the question. Texts: question.<id>, .why, .needed, .note, .option.<option>'),
  facts: factIds.default([]).describe('Why it is asked'),
  asks: z.strictObject(asks).prefault({}).describe('Which further fields stand beside the answer'),
  maxLength: z.int().positive().max(300).default(90).describe('Longest note or text, in characters'),
};

const options = z.array(id).min(2).describe('Ids of the options, in their order');

/**
 * A typed question. Texts: `question.<id>` (asked aloud), `question.<id>.why`, `question.<id>.note` (label of the note),
 * `question.<id>.needed` (what is still to do when it is not known), `question.<id>.option.<option>`.
 */
export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...questionBase, type: z.literal('yesNo').describe('Answered with yes or no') }),
  z.strictObject({
    ...questionBase,
    type: z.literal('integer').describe('Answered with a whole number'),
    min: z.int().default(0).describe('Smallest number allowed'),
    max: z.int().default(99).describe('Largest number allowed'),
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('choice').describe('Answered with one of the options'),
    options,
    unknownOptions: z.array(id).optional().describe('Options that settle nothing, such as "not tested": rules read them as not known'),
  }),
  z.strictObject({ ...questionBase, type: z.literal('choices').describe('Answered with any number of the options'), options }),
  z.strictObject({ ...questionBase, type: z.literal('text').describe('Answered in words; no rule can read it') }),
  z.strictObject({ ...questionBase, type: z.literal('date').describe('Answered with a date; no rule can read it') }),
]);
export type Question = z.infer<typeof questionSchema>;

/** A criterion: met / not met / not known / does not apply. Texts: `criterion.<id>` (as it stands on paper). */
export const criterionSchema = z.strictObject({
  id: id.describe('Id of the criterion. Text: criterion.<id>'),
  group: z.enum(['indication', 'listed']).describe('indication: why it is considered; listed: the source’s criteria'),
  paper: z.literal(false).optional().describe('false: shown in the walk only, and not on paper'),
  facts: factIds.min(1),
  question: id.describe('The question whose value, note and date are shown with the result'),
  rule: ruleSchema,
});
export type Criterion = z.infer<typeof criterionSchema>;

/** The program's own forms that a section can hold besides its statements and questions. */
export const sectionFormSchema = z.enum(['criteria', 'protocol', 'monitoring', 'safety', 'options', 'decision', 'questions']);
export type SectionForm = z.infer<typeof sectionFormSchema>;

/** A section of the walk. Texts: `section.<id>` (title), `section.<id>.lead` (one line under it). */
export const sectionSchema = z.strictObject({
  id: id.describe('Id of the section. Texts: section.<id>, section.<id>.lead'),
  statements: z.array(statementSchema).default([]).describe('What is said in this section, in order'),
  questions: z.array(id).default([]).describe('Questions asked in this section, in order'),
  criteria: z.array(id).default([]).describe('Criteria whose results this section shows'),
  form: sectionFormSchema.optional().describe('One of the program’s own forms, below the statements'),
  screen: sectionScreenSchema.optional().describe('What the patient’s own screen shows below the title and its line'),
});
export type Section = z.infer<typeof sectionSchema>;

/** One of several answers that the source itself gives. Text: `alternative.<id>`. */
export const alternativeSchema = z.strictObject({ id: id.describe('Id of the answer. Text: alternative.<id>'), facts: factIds.min(1) });
export const alternativesSchema = z.strictObject({
  about: z.enum(['dose', 'times', 'start', 'stop']).describe('What the sources answer in more than one way'),
  options: z.array(alternativeSchema).min(1).describe('Each answer of the sources, side by side'),
});

export const startAnchorSchema = z.enum(['transfer', 'ovulation', 'preparation', 'date']);
export const stopAnchorSchema = z.enum(['heartbeat', 'pregnancyWeek', 'date', 'doctor']);

/** What the pack knows of the protocol: choices and ranges, never a value that is filled in for the doctor. */
export const protocolSchema = z.strictObject({
  forms: z
    .array(z.enum(['tablet', 'capsule']))
    .min(1)
    .describe('Forms in which the medicine is taken'),
  releases: z.array(z.enum(['immediate', 'prolonged'])).describe('Release types that must be told apart; empty when there is only one'),
  supervisors: z
    .array(z.enum(['fertility', 'kidney']))
    .min(1)
    .optional()
    .describe('Who must be named before a start: the fertility specialist, the transplant or kidney specialist; both when left out'),
  usualDailyMg: z
    .strictObject({
      min: z.number().positive().describe('Smallest usual daily dose, in mg'),
      max: z.number().positive().describe('Largest usual daily dose, in mg'),
      facts: factIds.min(1),
    })
    .describe('The range the sources name; a daily dose outside it asks for a reason'),
  alternatives: z.array(alternativesSchema).describe('Where the sources give more than one answer; the doctor chooses'),
  startAnchors: z.array(startAnchorSchema).min(1).describe('What the first day may count from'),
  stopAnchors: z.array(stopAnchorSchema).min(1).describe('What may end the course'),
  tests: z
    .array(
      z.strictObject({
        id: id.describe('Id of the test. Texts: test.<id>, test.<id>.why'),
        facts: factIds.min(1),
        beforeDose: z.boolean().default(false).describe('Blood first, then the dose'),
      }),
    )
    .describe('Tests offered in the plan. Texts: `test.<id>`, `test.<id>.why`'),
});
export type PackProtocol = z.infer<typeof protocolSchema>;

/**
 * The words of a pack in one language, by text id. Besides those of its parts every pack has `topic` (title of the topic)
 * and `medicine` (name of the medicine as it starts a line on paper); `packTexts.ts` lists all ids.
 */
export const packTextSchema = z.strictObject({
  language: languageSchema,
  translatedBy: z.string().optional().describe('Of a translation: who made it'),
  approvedBy: z.string().optional().describe('Of a translation: who read it against the source, and when; absent: nobody yet'),
  texts: z.record(z.string(), z.string()).describe('Words by text id; *stars* make bold type'),
  of: z
    .record(z.string(), z.string().regex(/^[0-9a-f]{8}$/))
    .optional()
    .describe('Of a translation: the fingerprint of the words that each text translates. `npm run packs -- translated` writes it'),
  otherwise: z
    .record(z.string(), z.string().min(1))
    .optional()
    .describe('Of a translation: texts that say a number, unit or negation in another way on purpose, each with the reason'),
});
export type PackText = z.infer<typeof packTextSchema>;

/** Logic and structure of a pack: everything but its words. Files: pack, facts, questions, protocol, handout, cases. */
export const packSchema = z.strictObject({
  format: z.literal(1).describe('Version of this format'),
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('Id of the topic: the name of its folder'),
  version: z
    .string()
    .regex(/^\d+\.\d+$/)
    .describe('Version of the content, such as 1.0'),
  contentDate: civilDateSchema.describe('Date on which the content was last read through, YYYY-MM-DD'),
  reviewBy: civilDateSchema.describe('Date of the next review, YYYY-MM-DD'),
  languages: z.array(languageSchema).min(1).describe('Languages of the pack; the words of the first are the source of the others'),
  update: z.string().describe('Text id of the update policy'),
  funding: z.string().describe('Text id of the funding statement'),
  sections: z.array(sectionSchema).min(1).describe('The walk: its sections in order'),
  facts: z.array(factSchema).min(1).describe('Every fact that the words rest on'),
  questions: z.array(questionSchema).describe('Typed questions'),
  criteria: z.array(criterionSchema).describe('Criteria that follow from the answers'),
  rules: z
    .array(
      z.strictObject({
        id: id.describe('Id of the rule. Text: rule.<id>'),
        facts: factIds.default([]),
        rule: ruleSchema,
      }),
    )
    .describe('Named rules. Text: `rule.<id>`'),
  protocol: protocolSchema.describe('What the sources say of taking the medicine'),
  handout: packHandoutSchema.describe('What the paper takes, block by block'),
  medicines: packMedicinesSchema.optional().describe('Names that her own medicines are looked up in'),
  cases: z.array(workedCaseSchema).describe('Worked cases: answers, and what must follow from them'),
  texts: z.partialRecord(languageSchema, packTextSchema).describe('The words, by language'),
});

/** A whole topic pack, as it is stored with a consultation and frozen into a snapshot. */
export type Pack = z.infer<typeof packSchema>;

/** Which pack a consultation is pinned to. `hash` is the SHA-256 of the pack's canonical JSON, in hexadecimal. */
export const packRefSchema = z.strictObject({
  id: z.string().describe('Topic'),
  version: z.string().describe('Version of the pack'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the canonical JSON of the pack, in hexadecimal'),
});
export type PackRef = z.infer<typeof packRefSchema>;

/** The words of `key` in `language`; throws when the pack lacks them, which loading has ruled out. */
export function packText(pack: Pack, language: Language, key: string): string {
  const text = pack.texts[language]?.texts[key];
  if (text === undefined) throw new Error(`The pack ${pack.id} has no text "${key}" in ${language}.`);
  return text;
}
type Language = z.infer<typeof languageSchema>;
