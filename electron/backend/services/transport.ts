import { ORPCError } from '@orpc/server';
import { errors } from '#core/contract/errors.ts';
import { fault } from './faults.ts';

/**
 * For the request handler of every transport: a procedure's own errors are of the closed set already, so what is left
 * was thrown while a request was read.
 */
export async function refuseUnreadable<T>({ next }: { next: () => Promise<T> }): Promise<T> {
  try {
    return await next();
  } catch (error) {
    if (error instanceof ORPCError && Object.hasOwn(errors, error.code)) throw error;
    throw fault('BAD_INPUT', 'This request can’t be read.', { issues: [] });
  }
}
