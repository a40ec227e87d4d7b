import { isDoctorsAnswer } from '#core/domain/doctorAnswers.ts';
import { fault } from './faults.ts';
import type { SignIn } from './signIns.ts';

/** Throws NOT_ALLOWED where somebody who is no doctor changes an answer that is the doctor's; names what. */
export function refuseDoctorsAnswers({ user }: Pick<SignIn, 'user'>, keys: readonly string[]): void {
  if (user.roles.includes('doctor')) return;
  const refused = keys.filter(isDoctorsAnswer);
  if (refused.length === 0) return;
  throw fault('NOT_ALLOWED', 'The decision and the protocol are the doctor’s. Ask a doctor to fill this in; nothing was saved.', {
    keys: refused,
  });
}
