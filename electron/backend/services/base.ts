import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import { type Contract, contract } from '#core/contract/contract.ts';
import { ON_SECOND_COMPUTER } from '#core/contract/secondComputer.ts';
import type { CallContext, Services } from './context.ts';
import type { Displays } from './displays.ts';
import { fault, toFault } from './faults.ts';
import type { SignIn } from './signIns.ts';

/** All that is open, beside the way in and out, to somebody whose password was set by an administrator. */
const WITH_FIRST_PASSWORD = 'account.changePassword';

/** What ends the talk at a window: as soon as it is asked for, her screen shows nothing. Only looking at a paper does not. */
const PRINTS: ReadonlySet<string> = new Set([
  'handouts.pdf',
  'handouts.clinicCopy',
  'printing.print',
  'printing.printAll',
  'printing.reprint',
  'slips.pdf',
  'slips.print',
]);
const onlyLooks = (input: unknown) => typeof input === 'object' && input !== null && 'purpose' in input && input.purpose !== 'print';

/** The contract, to be implemented; named, for as an inferred type it is too long to be written into a declaration. */
export type Base = ImplementerInternalWithMiddlewares<Contract, CallContext, CallContext>;

/**
 * The contract with what holds for every procedure: errors leave as the closed set, and the roles that stand beside the
 * procedure in the contract are checked before its input is read. A first password
 * has to be changed before anything else.
 */
export function createBase({ signIns, log, displays }: Pick<Services, 'signIns' | 'log'> & { displays: Displays }): Base {
  const os = implement(contract)
    .$context<CallContext>()
    .use(async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw toFault(error, log);
      }
    })
    .use(async ({ context, procedure, path, next }) => {
      const { roles } = procedure['~orpc'].meta;
      const isPatients = context.display !== undefined;
      if (isPatients && roles !== 'display') throw fault('NOT_ALLOWED', 'The patient’s window shows her screen, and may do nothing else.');
      if (roles === 'display' && !isPatients) throw fault('NOT_ALLOWED', 'Only the patient’s own window may ask this.');
      if (context.device && !ON_SECOND_COMPUTER.has(path.join('.'))) {
        throw fault('NOT_ALLOWED', 'This is done at the clinic’s own computer, not at this one.');
      }
      if (roles === 'anyone' || roles === 'display') return next();
      const signIn = signIns.of(context.windowId);
      if (!signIn || signIn.device !== context.device?.id) throw fault('NOT_SIGNED_IN', 'Sign in first.');
      if (!signIn.user.roles.some((role) => roles.includes(role))) {
        const who = `${roles[0] === 'administrator' ? 'an' : 'a'} ${roles.join(' or ')}`;
        throw fault('NOT_ALLOWED', `Your sign-in doesn’t allow this. Ask ${who}.`);
      }
      if (signIn.mustChangePassword && path.join('.') !== WITH_FIRST_PASSWORD) {
        throw fault('NOT_ALLOWED', 'Your password was set by somebody else. Change it first; then go on.');
      }
      return next();
    })
    .use(async ({ context, path, next }, input) => {
      if (PRINTS.has(path.join('.')) && !onlyLooks(input)) displays.blank(context.windowId);
      return next();
    });
  return os;
}

/** The sign-in of the window that calls; for handlers of procedures that need one. */
export function signedIn(services: Pick<Services, 'signIns'>, context: CallContext): SignIn {
  const signIn = services.signIns.of(context.windowId);
  if (!signIn) throw fault('NOT_SIGNED_IN', 'Sign in first.');
  return signIn;
}
