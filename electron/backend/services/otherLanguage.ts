import type { HandoutVersion } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import { languagesOn, type PaperLanguage } from '#core/domain/text.ts';
import type { Final, Visit } from '#core/domain/visit.ts';
import { todayIn } from './clock.ts';
import { checkClock } from './clockCheck.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { freeze } from './freeze.ts';
import type { SignIn } from './signIns.ts';
import { noteOn, sourceOf } from './whatChanged.ts';

/** Refuses a language of the paper in which no doctor has approved this very pack. NOT_READY names the language. */
async function refuseNotApproved(
  { now }: Pick<Services, 'now'>,
  signIn: SignIn,
  { visit, language, reviewBy }: { visit: Visit; language: PaperLanguage; reviewBy: string | undefined },
): Promise<void> {
  const approvals = await signIn.store.run('approvals.list', null, actorOf(signIn, now));
  const { timeZone } = visit;
  const today = todayIn(timeZone, now());
  for (const each of languagesOn(language)) {
    const state = approvalState({ hash: visit.pack.hash, reviewBy, language: each, approvals, today, timeZone });
    if (state === 'approved') continue;
    const name = each === 'hi' ? 'Hindi' : 'English';
    throw fault(
      'NOT_READY',
      `No doctor has approved the words of this topic in ${name} yet. A doctor does that in the settings, under Topics.`,
      {
        missing: ['approval'],
      },
    );
  }
}

/**
 * Makes a final paper in another language, from the snapshot that was stored with it: the next version, which replaces
 * nothing. Its foot says when and by whom the content was made final, for that is the same; the record says who made
 * these pages. What the doctor typed stays in the words in which it was typed.
 * @throws NOT_READY for a replaced version, a language that it has, one that isn't approved or not wholly translated
 */
export async function inLanguage(
  services: Services,
  signIn: SignIn,
  { id, language }: { id: string; language: PaperLanguage },
): Promise<HandoutVersion> {
  const { now, packs, events } = services;
  const actor = actorOf(signIn, now);
  const { version: asked } = await sourceOf(services, signIn, id);
  const { consultationId } = asked;
  const versions = await signIn.store.run('handouts.ofConsultation', { consultationId }, actor);
  const source = await sourceOf(services, signIn, versions.find(({ version }) => version === asked.sameAs)?.id ?? id);
  const of = source.version;
  if (of.replacedBy !== null) throw fault('NOT_READY', `Version ${of.replacedBy} replaces this paper. Open that one and use it.`, {});
  await checkClock(signIn.store, actor);

  const pack = await packs.byHash(source.visit.pack.hash, signIn.store, actor);
  const { answers } = source.visit;
  const visit: Visit = { ...source.visit, answers: { ...answers, program: { ...answers.program, language } } };
  await refuseNotApproved(services, signIn, { visit, language, reviewBy: pack.reviewBy });
  const replaces = await noteOn(services, signIn, source, versions);
  const final: Final = {
    version: Math.max(...versions.map(({ version }) => version)) + 1,
    madeAt: of.madeAt,
    madeBy: of.madeBy,
    ...(replaces ? { replaces } : {}),
  };
  const frozen = await freeze(services, { visit, pack, opened: [] }, final);
  const made = await signIn.store.run('papers.addLanguage', { ...frozen, ofId: of.id, consultationId }, actor);
  events.publish({ kind: 'handouts' });
  events.publish({ kind: 'patients' });
  return made;
}

/**
 * The version of a paper that stands in a language: the paper itself, one that was made of it before, or one that is made
 * now. Gives its id.
 * @throws NOT_FOUND, and what `inLanguage` does
 */
export async function inThatLanguage(
  services: Services,
  signIn: SignIn,
  { versionId, language }: { versionId: string; language: PaperLanguage },
): Promise<string> {
  const { version: asked } = await sourceOf(services, signIn, versionId);
  const { consultationId } = asked;
  const versions = await signIn.store.run('handouts.ofConsultation', { consultationId }, actorOf(signIn, services.now));
  const first = asked.sameAs ?? asked.version;
  const there = versions.filter(({ version, sameAs }) => (sameAs ?? version) === first).findLast((each) => each.language === language);
  return (there ?? (await inLanguage(services, signIn, { id: versionId, language }))).id;
}
