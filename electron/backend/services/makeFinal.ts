import { createHash } from 'node:crypto';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import { clinicSchema } from '#core/domain/visit.ts';
import { todayIn } from './clock.ts';
import { checkClock } from './clockCheck.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { languageOf } from './paper.ts';
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
  const { now, paper, renderer, events } = services;
  const { consultation, visit, pack } = await readVisit(services, signIn, consultationId);
  const actor = actorOf(signIn, now);
  if (!signIn.user.doctor) throw fault('NOT_READY', 'Your sign-in has no registration number. Add it in the settings first.', {});
  if (consultation.state === 'final')
    throw fault('NOT_READY', 'This consultation is final already. Its paper is in the list of handouts.', {});
  if (consultation.rev !== rev) throw changedElsewhere({ rev: consultation.rev, theirs: null });
  await checkClock(signIn.store, actor);

  const language = languageOf(visit, pack);
  const approvals = await signIn.store.run('approvals.list', null, actor);
  const today = todayIn(visit.timeZone, now());
  const { hash } = consultation.pack;
  const approval = approvalState({ hash, reviewBy: pack.reviewBy, language, approvals, today, timeZone: visit.timeZone });
  const evaluation = evaluate({
    pack,
    answers: visit.answers,
    today,
    opened: consultation.opened,
    clinicReady: clinicSchema.safeParse(visit.clinic).success,
    approved: approval === 'approved',
  });
  if (!evaluation.ready) {
    const missing = evaluation.gate.filter(({ state }) => state !== 'ready').map(({ id }) => id);
    throw fault('NOT_READY', 'Something is still missing before this can be final. It is marked on the page that shows everything.', {
      missing,
    });
  }

  const versions = await signIn.store.run('handouts.ofConsultation', { consultationId }, actor);
  const final = { version: versions.length + 1, madeAt: actor.at, madeBy: signIn.user.doctor.name };
  const model = await paper.model({ visit, pack, final }, { kind: 'none' });
  const { pdf, pages } = await renderer.render(model);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const input = { consultationId, rev, visit, model, language, pdf, sha256, pages, madeBy: final.madeBy };
  const made = await signIn.store.run('handouts.makeFinal', input, actor);
  if (isConflict(made)) throw changedElsewhere(made);
  events.publish({ kind: 'handouts' });
  events.publish({ kind: 'patients' });
  events.publish({ kind: 'consultation', id: consultationId, rev: rev + 1 });
  return made;
}
