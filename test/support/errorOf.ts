import { ORPCError } from '@orpc/client';

/** The error that a call ended with, as it crossed. */
export async function errorOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError)) throw new Error(`Expected an error of the contract, got ${String(error)}.`);
  return error;
}
