import * as z from 'zod';

/** What a rule compares an answer with. */
export const literalSchema = z.union([z.string(), z.number(), z.boolean()]).describe('true or false, a whole number, or an option');

const question = z.string().describe('Id of a question of this pack');

/**
 * A rule of a pack as data. Comparisons read one typed answer; a missing or unknown answer makes them *unknown*,
 * never true or false. `criterion` and `rule` read another result of the same pack.
 */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { question: string; is: string | number | boolean }
  | { question: string; in: (string | number)[] }
  | { question: string; includes: string }
  | { question: string; atLeast: number }
  | { question: string; atMost: number }
  | { criterion: string }
  | { rule: string };

/** A part of a rule is a rule: read late, because it is made of itself. */
const part: z.ZodType<Rule> = z.lazy(() => ruleSchema);

export const ruleSchema: z.ZodType<Rule> = z
  .union([
    z.strictObject({ all: z.array(part).min(1).describe('True when every part is true') }),
    z.strictObject({ any: z.array(part).min(1).describe('True when at least one part is true') }),
    z.strictObject({ not: part }),
    z.strictObject({ question, is: literalSchema.describe('The answer is this: true, false, a number or an option') }),
    z.strictObject({
      question,
      in: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .describe('The answer is one of these'),
    }),
    z.strictObject({ question, includes: z.string().describe('This option is among the choices') }),
    z.strictObject({ question, atLeast: z.number().describe('The number is this or more') }),
    z.strictObject({ question, atMost: z.number().describe('The number is this or less') }),
    z.strictObject({ criterion: z.string().describe('Id of a criterion: true when it is met') }),
    z.strictObject({ rule: z.string().describe('Id of a named rule of this pack') }),
  ])
  .meta({ id: 'rule', description: 'A rule over typed answers; an answer that is missing or not known makes it unknown' });
