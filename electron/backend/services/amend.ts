import type { HandoutVersion } from '#core/contract/shapes.ts';
import { type AnswerChange, amendmentGate, changedWords, withChanges } from '#core/domain/amendment.ts';
import { isWorthAPaper } from '#core/domain/paperChanges.ts';
import type { Final } from '#core/domain/visit.ts';
import type { RenderedPdf } from '../documents/renderer.ts';
import { checkedAnswer } from './checkedAnswer.ts';
import { checkClock } from './clockCheck.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { evaluateNow, freeze, somethingMissing, type ToFreeze } from './freeze.ts';
import type { SignIn } from './signIns.ts';
import { readVisit } from './visits.ts';
import { changedFacts, newestContent, replacesNoteOf, sourceOf } from './whatChanged.ts';

/** An amendment as it would be made now. */
interface Amendment {
  rev: number;
  /** Answers as they are to be stored. */
  changes: AnswerChange[];
  toFreeze: ToFreeze;
  /** The visit of the paper that is replaced, as it was frozen. */
  before: ToFreeze['visit'];
  version: number;
  replaces: NonNullable<Final['replaces']>;
}

/**
 * Reads what an amendment would replace, and sets its answers on top. Her name, the clinic and the doctor are those of
 * today: where they aren't what they were on the paper, that is a change too.
 */
async function amendmentOf(
  services: Services,
  signIn: SignIn,
  { consultationId, changes: asked }: { consultationId: string; changes: AnswerChange[] },
): Promise<Amendment> {
  const { consultation, visit: live, pack } = await readVisit(services, signIn, consultationId);
  const versions = await signIn.store.run('handouts.ofConsultation', { consultationId }, actorOf(signIn, services.now));
  const newest = newestContent(versions);
  if (consultation.state !== 'final' || !newest)
    throw fault('NOT_READY', 'This consultation is not final yet. Change the answer itself; there is no paper to replace.', {});
  const { visit: before } = await sourceOf(services, signIn, newest.id);
  const changes = asked.map(({ key, value }) => ({ key, value: checkedAnswer(pack, key, value) }));
  const visit = { ...live, answers: withChanges(live.answers, changes) };
  return {
    rev: consultation.rev,
    changes,
    toFreeze: { visit, pack, opened: consultation.opened },
    before,
    version: Math.max(...versions.map(({ version }) => version)) + 1,
    replaces: replacesNoteOf(newest, versions, changedFacts(before, visit)),
  };
}

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
  const actor = actorOf(signIn, now);
  if (!signIn.user.doctor) throw fault('NOT_READY', 'Your sign-in has no registration number. Add it in the settings first.', {});
  const amendment = await amendmentOf(services, signIn, { consultationId, changes: asked });
  const { changes, toFreeze, before, version, replaces } = amendment;
  if (amendment.rev !== rev) throw changedElsewhere({ rev: amendment.rev, theirs: null });
  await checkClock(signIn.store, actor);

  if (!isWorthAPaper(replaces.changed)) throw fault('NOT_READY', 'This changes nothing on the paper, so there is nothing to replace.', {});
  const gate = amendmentGate(await evaluateNow(services, signIn, toFreeze), before.answers);
  if (gate.length > 0) throw somethingMissing(gate);

  const frozen = await freeze(services, toFreeze, { version, madeAt: actor.at, madeBy: signIn.user.doctor.name, replaces });
  const changed = changedWords(replaces.changed, await paper.firstLabels(toFreeze));
  const made = await signIn.store.run('handouts.amend', { consultationId, rev, ...frozen, changes, reason, changed }, actor);
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
  asked: { consultationId: string; changes: AnswerChange[] },
): Promise<RenderedPdf> {
  const { now, paper, renderer } = services;
  const { toFreeze, version, replaces } = await amendmentOf(services, signIn, asked);
  const final: Final = { version, madeAt: actorOf(signIn, now).at, madeBy: signIn.user.name, replaces };
  const model = await paper.model({ ...toFreeze, ...(replaces.changed.length > 0 ? { final } : {}) }, { kind: 'draft' });
  return renderer.render(model, { lane: `amend ${asked.consultationId}` });
}
