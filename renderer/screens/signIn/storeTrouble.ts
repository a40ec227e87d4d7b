import * as z from 'zod';
import { errorDataOf } from '../../client/errors.ts';

const dataSchema = z.object({ fault: z.string() });

/** The fault of the records that an error names; undefined for every other error. */
export function storeTrouble(error: unknown): { fault: string; message: string } | undefined {
  const data = dataSchema.safeParse(errorDataOf(error, 'STORE_FAULT'));
  return data.success && error instanceof Error ? { fault: data.data.fault, message: error.message } : undefined;
}
