import * as z from 'zod';

/** An id inside a pack: letters, digits, dots and hyphens. */
export const packId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'Use letters, digits, dots and hyphens, starting with a letter.')
  .describe('Id: letters, digits, dots and hyphens, starting with a letter');

/** Ids of facts. */
export const factIds = z.array(packId).describe('Ids of the facts that this text rests on');
