import type { HandoutVersion } from '#core/contract/shapes.ts';
import { checkClock } from './clockCheck.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { evaluateNow, freeze, somethingMissing } from './freeze.ts';
import type { SignIn } from './signIns.ts';
import { readVisit } from './visits.ts';

/**
 * Freezes a consultation into a paper: the gate must be ready, the pack approved in the paper's language (again, past its
 * review date), the clock not behind, and the revision the one that the doctor saw. Model, bytes and hash are stored together or not at all.
 */
export async function makeFinal(
  services: Services,
  signIn: SignIn,
  { consultationId, rev }: { consultationId: string; rev: number },
): Promise<HandoutVersion> {
  const { now, events } = services;
  const { consultation, visit, pack } = await readVisit(services, signIn, consultationId);
  const actor = actorOf(signIn, now);
  if (!signIn.user.doctor) throw fault('NOT_READY', 'Your sign-in has no registration number. Add it in the settings first.', {});
  if (consultation.state === 'final')
    throw fault('NOT_READY', 'This consultation is final already. Its paper is in the list of handouts.', {});
  if (consultation.rev !== rev) throw changedElsewhere({ rev: consultation.rev, theirs: null });
  await checkClock(signIn.store, actor);

  const toFreeze = { visit, pack, opened: consultation.opened };
  const evaluation = await evaluateNow(services, signIn, toFreeze);
  if (!evaluation.ready) throw somethingMissing(evaluation.gate);

  const versions = await signIn.store.run('handouts.ofConsultation', { consultationId }, actor);
  const final = { version: versions.length + 1, madeAt: actor.at, madeBy: signIn.user.doctor.name };
  const frozen = await freeze(services, toFreeze, final);
  const made = await signIn.store.run('handouts.makeFinal', { consultationId, rev, ...frozen }, actor);
  if (isConflict(made)) throw changedElsewhere(made);
  events.publish({ kind: 'handouts' });
  events.publish({ kind: 'patients' });
  events.publish({ kind: 'consultation', id: consultationId, rev: rev + 1 });
  return made;
}
