import * as z from 'zod';

/**
 * Every error that crosses to a window. `message` is a sentence a person can act on; `id` finds the line in the log.
 * Stacks and values stay behind.
 */
export const errorData = z.object({ id: z.string().optional() });
export const faultSchema = z.object({
  id: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export const errors = {
  /** The input breaks the contract; `issues` name the fields. */
  BAD_INPUT: { status: 400, data: faultSchema },
  /** Nobody is signed in in this window. */
  NOT_SIGNED_IN: { status: 401, data: errorData },
  /** The user's roles don't allow it; `keys` are the answers that are the doctor's. */
  NOT_ALLOWED: { status: 403, data: errorData.extend({ keys: z.array(z.string()).optional() }) },
  /** Wrong name, password or PIN, or too many tries. `triesLeft` of a PIN: 0, and the window is signed out. */
  WRONG_PASSWORD: { status: 403, data: z.object({ waitSeconds: z.number().optional(), triesLeft: z.int().optional() }) },
  NOT_FOUND: { status: 404, data: errorData },
  /** Somebody saved in between: both values, and the revision to answer with. */
  CHANGED_ELSEWHERE: { status: 409, data: z.object({ rev: z.int(), key: z.string().optional(), theirs: z.unknown() }) },
  /** The state does not allow it, for example final while something is missing. */
  NOT_READY: { status: 409, data: z.object({ missing: z.array(z.string()).optional() }) },
  /** The store can't be opened or written; `fault` names which of its faults it is. */
  STORE_FAULT: { status: 507, data: z.object({ fault: z.string(), id: z.string().optional() }) },
  /** The handout could not be rendered. */
  RENDER_FAULT: { status: 500, data: errorData },
  INTERNAL: { status: 500, data: errorData },
} as const;
export type ErrorCode = keyof typeof errors;
