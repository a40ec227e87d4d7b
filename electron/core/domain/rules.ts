import * as z from 'zod';

/** What a rule compares an answer with. */
export const literalSchema = z.union([z.string(), z.number(), z.boolean()]);

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

export const ruleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ruleSchema).min(1) }),
    z.strictObject({ any: z.array(ruleSchema).min(1) }),
    z.strictObject({ not: ruleSchema }),
    z.strictObject({ question: z.string(), is: literalSchema }),
    z.strictObject({ question: z.string(), in: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ question: z.string(), includes: z.string() }),
    z.strictObject({ question: z.string(), atLeast: z.number() }),
    z.strictObject({ question: z.string(), atMost: z.number() }),
    z.strictObject({ criterion: z.string() }),
    z.strictObject({ rule: z.string() }),
  ]),
);
