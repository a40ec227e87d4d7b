import { randomBytes } from 'node:crypto';
import { ORPCError, ValidationError } from '@orpc/server';
import { type ErrorCode, errors } from '#core/contract/errors.ts';
import { RenderFault } from '../documents/renderer.ts';
import { type Log, whereOf } from '../log.ts';
import { StoreFault, StoreRefusal } from '../store/store.ts';

/** An error of the contract. `data` has the shape that `errors` gives for `code`. */
export function fault(code: ErrorCode, message: string, data: unknown = {}): ORPCError<ErrorCode, unknown> {
  return new ORPCError(code, { defined: true, status: errors[code].status, message, data });
}

/** true for the fault of something that can't be done as things stand, with a message that says what to do. */
export function isNotReady(error: unknown): error is ORPCError<'NOT_READY', unknown> {
  return error instanceof ORPCError && error.code === 'NOT_READY';
}

const CLOSED_SET: ReadonlySet<string> = new Set(Object.keys(errors));

function pathOf(issue: ValidationError['issues'][number]): string {
  return (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
}

function badInput(issues: ValidationError['issues']) {
  return fault('BAD_INPUT', 'Some of what was sent can’t be used. Mend the fields named below.', {
    issues: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })),
  });
}

function refused({ refusal, message }: StoreRefusal) {
  switch (refusal) {
    case 'notFound':
      return fault('NOT_FOUND', message);
    case 'recordNumberTaken':
      return fault('BAD_INPUT', message, { issues: [{ path: 'recordNumber', message }] });
    case 'protocolNameTaken':
    case 'userNameTaken':
      return fault('BAD_INPUT', message, { issues: [{ path: 'name', message }] });
    case 'otherPhone':
      return fault('BAD_INPUT', message, { issues: [{ path: 'phone', message }] });
    case 'noClinicCopy':
      return fault('BAD_INPUT', message, { issues: [{ path: 'order.parts', message }] });
    case 'hasLanguage':
    case 'codeTaken':
    case 'alreadyFinal':
    case 'notFinal':
    case 'replaced':
    case 'lastAdministrator':
    case 'notNow':
      return fault('NOT_READY', message);
  }
}

const codeOf = (error: unknown) =>
  error instanceof StoreFault ? `${error.name}.${error.fault}` : error instanceof Error ? error.name : typeof error;

/**
 * Turns whatever was thrown into an error of the contract's closed set. What a person can't mend is written to the log
 * under the id that the error carries; its message and its values stay behind.
 */
export function toFault(error: unknown, log: Log): ORPCError<string, unknown> {
  if (error instanceof ORPCError && CLOSED_SET.has(error.code)) return error;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return badInput(error.cause instanceof ValidationError ? error.cause.issues : []);
  }
  if (error instanceof StoreRefusal) return refused(error);
  const id = randomBytes(4).toString('hex');
  const cause = error instanceof ORPCError && error.cause !== undefined ? error.cause : error;
  const where = whereOf(cause);
  log.error({ event: 'call.failed', errorId: id, code: codeOf(cause), ...(where === undefined ? {} : { where }) });
  if (error instanceof StoreFault) return fault('STORE_FAULT', error.message, { fault: error.fault, id });
  if (error instanceof RenderFault) return fault('RENDER_FAULT', error.message, { id });
  return fault('INTERNAL', `Something went wrong inside the program. Try again; if it happens again, tell us the number ${id}.`, { id });
}

/** An error of the contract that says something is not there (any more). */
export function notFound(what: 'patient' | 'consultation' | 'handout' | 'topic pack' | 'user') {
  return fault('NOT_FOUND', `This ${what} is not here. Go back to the list and choose again.`);
}
