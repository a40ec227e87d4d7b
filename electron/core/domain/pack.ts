import * as z from 'zod';
import { packMedicinesSchema } from './packMedicines.ts';
import { factIds, packId as id } from './packParts.ts';
import { ruleSchema } from './rules.ts';
import { civilDateSchema, languageSchema } from './text.ts';

export const factSchema = z.strictObject({
  id,
  kind: z.enum(['clinic', 'label', 'study', 'guideline', 'law']).describe('Where the fact comes from'),
  says: z.string().describe('The fact, as the doctor reads it when approving the pack'),
  source: z.string().describe('Where it was read'),
  prints: z.boolean().default(true).describe('false: provenance or law, never on paper'),
  unconfirmed: z.string().optional().describe('The clause that is not confirmed and must never be printed'),
  mustNotSay: z.array(z.string().min(1)).optional().describe('Words that no text resting on this fact may hold, in any language'),
  onlyWith: z.array(id).optional().describe('Facts that must stand in the same text, so that one side is never told alone'),
});
export type Fact = z.infer<typeof factSchema>;

/** A sentence or short paragraph of the pack. Its words are in `text/<language>.yaml` under its id. */
export const statementSchema = z.strictObject({
  id,
  facts: factIds.default([]),
  own: z.boolean().default(false).describe("true: the clinic's own words, resting on no fact"),
});
export type Statement = z.infer<typeof statementSchema>;

const questionBase = {
  id,
  facts: factIds.default([]).describe('Why it is asked'),
  asks: z
    .strictObject({ note: z.boolean().default(false), date: z.boolean().default(false) })
    .prefault({})
    .describe('Which further fields stand beside the answer'),
  maxLength: z.int().positive().max(300).default(90).describe('Longest note or text, in characters'),
};

/**
 * A typed question. Texts: `question.<id>` (asked aloud), `question.<id>.why`, `question.<id>.note` (label of the note),
 * `question.<id>.needed` (what is still to do when it is not known), `question.<id>.option.<option>`.
 */
export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...questionBase, type: z.literal('yesNo') }),
  z.strictObject({ ...questionBase, type: z.literal('integer'), min: z.int().default(0), max: z.int().default(99) }),
  z.strictObject({
    ...questionBase,
    type: z.literal('choice'),
    options: z.array(id).min(2),
    unknownOptions: z.array(id).optional().describe('Options that settle nothing, such as "not tested": rules read them as not known'),
  }),
  z.strictObject({ ...questionBase, type: z.literal('choices'), options: z.array(id).min(2) }),
  z.strictObject({ ...questionBase, type: z.literal('text') }),
  z.strictObject({ ...questionBase, type: z.literal('date') }),
]);
export type Question = z.infer<typeof questionSchema>;

/** A criterion: met / not met / not known / does not apply. Texts: `criterion.<id>` (as it stands on paper). */
export const criterionSchema = z.strictObject({
  id,
  group: z.enum(['indication', 'listed']).describe('indication: why it is considered; listed: the source’s criteria'),
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
  id,
  statements: z.array(statementSchema).default([]),
  questions: z.array(id).default([]).describe('Questions asked in this section, in order'),
  criteria: z.array(id).default([]).describe('Criteria whose results this section shows'),
  form: sectionFormSchema.optional(),
});
export type Section = z.infer<typeof sectionSchema>;

/** One of several answers that the source itself gives. Text: `alternative.<id>`. */
export const alternativeSchema = z.strictObject({ id, facts: factIds.min(1) });
export const alternativesSchema = z.strictObject({
  about: z.enum(['dose', 'times', 'start', 'stop']),
  options: z.array(alternativeSchema).min(1),
});

export const startAnchorSchema = z.enum(['transfer', 'ovulation', 'preparation', 'date']);
export const stopAnchorSchema = z.enum(['heartbeat', 'pregnancyWeek', 'date', 'doctor']);

/** What the pack knows of the protocol: choices and ranges, never a value that is filled in for the doctor. */
export const protocolSchema = z.strictObject({
  forms: z.array(z.enum(['tablet', 'capsule'])).min(1),
  releases: z.array(z.enum(['immediate', 'prolonged'])).min(1),
  usualDailyMg: z
    .strictObject({ min: z.number().positive(), max: z.number().positive(), facts: factIds.min(1) })
    .describe('The range the sources name; a daily dose outside it asks for a reason'),
  alternatives: z.array(alternativesSchema),
  startAnchors: z.array(startAnchorSchema).min(1),
  stopAnchors: z.array(stopAnchorSchema).min(1),
  tests: z
    .array(z.strictObject({ id, facts: factIds.min(1), beforeDose: z.boolean().default(false).describe('Blood first, then the dose') }))
    .describe('Tests offered in the plan. Texts: `test.<id>`, `test.<id>.why`'),
});
export type PackProtocol = z.infer<typeof protocolSchema>;

/** What the paper takes from the pack, block by block. */
export const packHandoutSchema = z.strictObject({
  know: z.array(statementSchema).min(1).describe('"Know this" in the summary: off-label, not sure that it works'),
  redFlags: z.array(statementSchema).min(1).describe('Signs to call for at once'),
  options: z
    .array(z.strictObject({ id, facts: factIds.default([]), own: z.boolean().default(false) }))
    .describe('Ways forward, in equal detail. Texts: `option.<id>`, `.good`, `.hard`, `.cost`'),
  optionsLead: statementSchema,
  evidenceLead: statementSchema,
  evidence: z.array(statementSchema),
  sideEffects: z.array(z.strictObject({ id, facts: factIds.min(1) })).describe('Texts: `sideEffect.<id>` (sign), `.serious`, `.do`'),
  pregnancy: statementSchema.describe('Both sides of safety in pregnancy, in one paragraph'),
  medicines: z.array(statementSchema).describe('Groups of medicines and foods to ask about'),
  commonQuestions: z.array(z.strictObject({ id, facts: factIds.min(1) })).describe('Texts: `faq.<id>`, `faq.<id>.answer`'),
  hope: statementSchema.describe('The source’s own hope, last before the sources'),
});

export const workedCaseSchema = z.strictObject({
  id,
  says: z.string().describe('The case in one sentence'),
  answers: z.record(z.string(), z.unknown()).describe('Topic answers by question id'),
  expect: z.strictObject({
    criteria: z.record(z.string(), z.enum(['met', 'notMet', 'notKnown', 'doesNotApply'])).default({}),
    rules: z.record(z.string(), z.enum(['true', 'false', 'unknown'])).default({}),
  }),
});

/**
 * The words of a pack in one language, by text id. Besides those of its parts every pack has `topic` (title of the topic)
 * and `medicine` (name of the medicine as it starts a line on paper); `packTexts.ts` lists all ids.
 */
export const packTextSchema = z.strictObject({
  language: languageSchema,
  translatedBy: z.string().optional(),
  texts: z.record(z.string(), z.string()),
});
export type PackText = z.infer<typeof packTextSchema>;

/** Logic and structure of a pack: everything but its words. Files: pack, facts, questions, protocol, handout, cases. */
export const packSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+$/),
  contentDate: civilDateSchema,
  reviewBy: civilDateSchema,
  languages: z.array(languageSchema).min(1),
  update: z.string().describe('Text id of the update policy'),
  funding: z.string().describe('Text id of the funding statement'),
  sections: z.array(sectionSchema).min(1),
  facts: z.array(factSchema).min(1),
  questions: z.array(questionSchema),
  criteria: z.array(criterionSchema),
  rules: z.array(z.strictObject({ id, facts: factIds.default([]), rule: ruleSchema })).describe('Named rules. Text: `rule.<id>`'),
  protocol: protocolSchema,
  handout: packHandoutSchema,
  medicines: packMedicinesSchema.optional().describe('Names that her own medicines are looked up in'),
  cases: z.array(workedCaseSchema),
  texts: z.partialRecord(languageSchema, packTextSchema),
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
