import * as z from 'zod';

/** An id inside a pack: letters, digits, dots and hyphens. */
export const packId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'Use letters, digits, dots and hyphens, starting with a letter.')
  .describe('Id: letters, digits, dots and hyphens, starting with a letter');

/** Ids of facts. */
export const factIds = z.array(packId).describe('Ids of the facts that this text rests on');

/** Whether a text is the clinic's own. */
export const ownWords = z.boolean().default(false).describe("true: the clinic's own words, resting on no fact");

/** A sentence or short paragraph of the pack. Its words are in `text/<language>.yaml` under its id. */
export const statementSchema = z.strictObject({
  id: packId.describe('Id of the statement and of its text'),
  facts: factIds.default([]),
  own: ownWords,
});
