import type { HandoutVersion } from '#core/contract/shapes.ts';
import { type AnswerChange, amendmentGate, changedWords, differences, withChanges } from '#core/domain/amendment.ts';
import type { RenderedPdf } from '../documents/renderer.ts';
import { checkedAnswer } from './checkedAnswer.ts';
import { checkClock } from './clockCheck.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { evaluateNow, freeze, somethingMissing } from './freeze.ts';
import type { SignIn } from './signIns.ts';
import { readVisit } from './visits.ts';

/**
 * Makes the next version of a final paper from its answers with some changed. The version before stays as it is; the gate
 * is checked again; answers, paper, reason and the call to her are stored together or not at all.
 */
export async function amend(
  services: Services,
  signIn: SignIn,
  { consultationId, rev, reason, changes: asked }: { consultationId: string; rev: number; reason: string; changes: AnswerChange[] },
): Promise<HandoutVersion> {
  const { now, paper, events } = services;
  const { consultation, visit: before, pack } = await readVisit(services, signIn, consultationId);
  const actor = actorOf(signIn, now);
  if (!signIn.user.doctor) throw fault('NOT_READY', 'Your sign-in has no registration number. Add it in the settings first.', {});
  const newest = (await signIn.store.run('handouts.ofConsultation', { consultationId }, actor)).at(-1);
  if (consultation.state !== 'final' || !newest)
    throw fault('NOT_READY', 'This consultation is not final yet. Change the answer itself; there is no paper to replace.', {});
  if (consultation.rev !== rev) throw changedElsewhere({ rev: consultation.rev, theirs: null });
  const changes = asked.map(({ key, value }) => ({ key, value: checkedAnswer(pack, key, value) }));
  await checkClock(signIn.store, actor);

  const visit = { ...before, answers: withChanges(before.answers, changes) };
  const changed = differences(before.answers, visit.answers).map(({ fact }) => fact);
  if (changed.length === 0) throw fault('NOT_READY', 'This changes nothing on the paper, so there is nothing to replace.', {});
  const toFreeze = { visit, pack, opened: consultation.opened };
  const gate = amendmentGate(await evaluateNow(services, signIn, toFreeze), before.answers);
  if (gate.length > 0) throw somethingMissing(gate);

  const replaces = { version: newest.version, madeAt: newest.madeAt, changed };
  const final = { version: newest.version + 1, madeAt: actor.at, madeBy: signIn.user.doctor.name, replaces };
  const frozen = await freeze(services, toFreeze, final);
  const words = changedWords(changed, await paper.firstLabels({ visit, pack }));
  const input = { consultationId, rev, ...frozen, changes, reason, changed: words };
  const made = await signIn.store.run('handouts.amend', input, actor);
  if (isConflict(made)) throw changedElsewhere(made);
  events.publish({ kind: 'handouts' });
  events.publish({ kind: 'calls' });
  events.publish({ kind: 'patients' });
  events.publish({ kind: 'consultation', id: consultationId, rev: rev + 1 });
  return made;
}

/** The paper that an amendment would make, as a draft. Nothing is stored; answers that don't fit are refused at their field. */
export async function previewAmendment(
  services: Services,
  signIn: SignIn,
  { consultationId, changes: asked }: { consultationId: string; changes: AnswerChange[] },
): Promise<RenderedPdf> {
  const { now, paper, renderer } = services;
  const { visit: before, pack } = await readVisit(services, signIn, consultationId);
  const actor = actorOf(signIn, now);
  const newest = (await signIn.store.run('handouts.ofConsultation', { consultationId }, actor)).at(-1);
  if (!newest) throw fault('NOT_READY', 'This consultation is not final yet, so there is no paper to replace.', {});
  const changes = asked.map(({ key, value }) => ({ key, value: checkedAnswer(pack, key, value) }));
  const visit = { ...before, answers: withChanges(before.answers, changes) };
  const changed = differences(before.answers, visit.answers).map(({ fact }) => fact);
  const replaces = { version: newest.version, madeAt: newest.madeAt, changed };
  const final = { version: newest.version + 1, madeAt: actor.at, madeBy: signIn.user.name, replaces };
  const model = await paper.model({ visit, pack, ...(changed.length > 0 ? { final } : {}) }, { kind: 'draft' });
  return renderer.render(model, { lane: `amend ${consultationId}` });
}
