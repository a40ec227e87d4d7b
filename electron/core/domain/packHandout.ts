import * as z from 'zod';
import { factIds, packId as id, ownWords, statementSchema } from './packParts.ts';

/** What the paper takes from the pack, block by block. */
export const packHandoutSchema = z.strictObject({
  know: z.array(statementSchema).min(1).describe('"Know this" in the summary: off-label, not sure that it works'),
  redFlags: z.array(statementSchema).min(1).describe('Signs to call for at once'),
  options: z
    .array(z.strictObject({ id: id.describe('Id of the way forward'), facts: factIds.default([]), own: ownWords }))
    .describe(
      'Ways forward, in equal detail, taking the medicine first: a price stands there. Texts: `option.<id>`, `.good`, `.hard`, `.cost`',
    ),
  optionsLead: statementSchema.describe('The line above the ways forward'),
  evidenceLead: statementSchema.describe('The first line of the evidence, such as “We are not sure it works.”'),
  evidence: z.array(statementSchema).describe('What studies and regulators say, weakness in the same sentence'),
  sideEffects: z
    .array(z.strictObject({ id: id.describe('Id of the sign'), facts: factIds.min(1) }))
    .describe('Texts: `sideEffect.<id>` (sign), `.serious`, `.do`'),
  pregnancy: statementSchema.describe('Both sides of safety in pregnancy, in one paragraph'),
  medicines: z.array(statementSchema).describe('Groups of medicines and foods to ask about'),
  commonQuestions: z
    .array(
      z.strictObject({
        id: id.describe('Id of the common question'),
        facts: factIds.min(1),
        taking: z.literal(true).optional().describe('true: about taking the medicine, so left out of a paper that gives none'),
      }),
    )
    .describe('Texts: `faq.<id>`, `faq.<id>.answer`'),
  hope: statementSchema.describe('The source’s own hope, last before the sources'),
});
