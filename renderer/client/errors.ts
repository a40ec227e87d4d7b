import { ORPCError } from '@orpc/client';
import { type ErrorCode, errors, faultSchema } from '#core/contract/errors.ts';
import { translate } from '../text/i18n.ts';
import { told } from '../text/told.ts';
import { LostConnection, MayBeOut } from './lostConnection.ts';

/** The code of an error of the contract; undefined for everything else, such as a lost connection. */
export function errorCode(error: unknown): ErrorCode | undefined {
  return error instanceof ORPCError && error.code in errors ? (error.code as ErrorCode) : undefined;
}

/** The data of an error that carries `code`, as the backend sent it; check it with that code's schema. */
export function errorDataOf<Code extends ErrorCode>(error: unknown, code: Code): unknown {
  return error instanceof ORPCError && error.code === code ? error.data : undefined;
}

/** What is wrong with which field of a refused input. */
export function fieldIssues(error: unknown): { path: string; message: string }[] {
  const parsed = faultSchema.safeParse(errorDataOf(error, 'BAD_INPUT'));
  return parsed.success ? (parsed.data.issues ?? []) : [];
}

/** An error as a sentence a person can act on, with the log id when there is one. */
export function describeError(error: unknown): string {
  if (error instanceof ORPCError) {
    if (error.status === 401 && errorCode(error) === undefined) return translate('error.noKey');
    const parsed = faultSchema.safeParse(error.data);
    const id = parsed.success ? parsed.data.id : undefined;
    const message = told(error.message);
    return id ? translate('error.withId', { message, id }) : message;
  }
  if (error instanceof MayBeOut) return translate('slips.mayBeOut');
  if (error instanceof LostConnection) return translate('error.noConnection');
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return translate('error.noConnection');
  return translate('error.unexpected');
}
