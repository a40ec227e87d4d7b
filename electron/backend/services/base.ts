import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import { type Contract, contract } from '#core/contract/contract.ts';
import type { CallContext, Services } from './context.ts';
import { fault, toFault } from './faults.ts';
import type { SignIn } from './signIns.ts';

/** All that is open, beside the way in and out, to somebody whose password was set by an administrator. */
const WITH_FIRST_PASSWORD = 'account.changePassword';

/** The contract, to be implemented; named, for as an inferred type it is too long to be written into a declaration. */
export type Base = ImplementerInternalWithMiddlewares<Contract, CallContext, CallContext>;

/**
 * The contract with what holds for every procedure: errors leave as the closed set, and the roles that stand beside the
 * procedure in the contract are checked before its input is read. A first password
 * has to be changed before anything else.
 */
export function createBase({ signIns, log }: Pick<Services, 'signIns' | 'log'>): Base {
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
      if (roles === 'anyone') return next();
      const signIn = signIns.of(context.windowId);
      if (!signIn) throw fault('NOT_SIGNED_IN', 'Sign in first.');
      if (!signIn.user.roles.some((role) => roles.includes(role))) {
        throw fault('NOT_ALLOWED', `Your sign-in doesn’t allow this. Ask a ${roles.join(' or ')}.`);
      }
      if (signIn.mustChangePassword && path.join('.') !== WITH_FIRST_PASSWORD) {
        throw fault('NOT_ALLOWED', 'Your password was set by somebody else. Change it first; then go on.');
      }
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
