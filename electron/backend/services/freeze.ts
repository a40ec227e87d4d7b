import { createHash } from 'node:crypto';
import { approvalState } from '#core/domain/approval.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import type { Evaluation } from '#core/domain/evaluation.ts';
import type { Pack } from '#core/domain/pack.ts';
import { languagesOn } from '#core/domain/text.ts';
import { clinicSchema, type Final, type Visit } from '#core/domain/visit.ts';
import type { FrozenPaper } from '../store/store.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { languageOf } from './paper.ts';
import type { SignIn } from './signIns.ts';
import { refuseOpenTranslations } from './translated.ts';

/** What is frozen: a visit with the pack it is pinned to, and the sections that were opened in it. */
export interface ToFreeze {
  visit: Visit;
  pack: Pack;
  opened: readonly string[];
}

/** Evaluates a visit as it would be frozen now: today in the clinic's zone, the approvals of the store. */
export async function evaluateNow({ now }: Services, signIn: SignIn, { visit, pack, opened }: ToFreeze): Promise<Evaluation> {
  const language = languageOf(visit, pack);
  const approvals = await signIn.store.run('approvals.list', null, actorOf(signIn, now));
  const { timeZone } = visit;
  const today = todayIn(timeZone, now());
  const approval = approvalState({ hash: visit.pack.hash, reviewBy: pack.reviewBy, language, approvals, today, timeZone });
  return evaluate({
    pack,
    answers: visit.answers,
    today,
    opened,
    clinicReady: clinicSchema.safeParse(visit.clinic).success,
    approved: approval === 'approved',
  });
}

/** NOT_READY with the ids of the gate's lines that are not ready. */
export function somethingMissing(gate: Evaluation['gate']) {
  const missing = gate.filter(({ state }) => state !== 'ready').map(({ id }) => id);
  return fault('NOT_READY', 'Something is still missing before this can be final. It is marked on the page that shows everything.', {
    missing,
  });
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The paper of a final visit with its clinic copy: the model, the bytes of both and their hashes. */
export async function freeze(
  { paper, renderer }: Pick<Services, 'paper' | 'renderer'>,
  { visit, pack }: ToFreeze,
  final: Final,
): Promise<Omit<FrozenPaper, 'consultationId' | 'rev'>> {
  for (const language of languagesOn(languageOf(visit, pack))) refuseOpenTranslations(pack, language, 'final');
  const model = await paper.model({ visit, pack, final }, { kind: 'none' });
  const { pdf, pages } = await renderer.render(model);
  const copy = await renderer.render(await paper.clinicCopy({ visit, pack, final }));
  return {
    visit,
    model,
    language: languageOf(visit, pack),
    pdf,
    sha256: sha256Of(pdf),
    pages,
    madeBy: final.madeBy,
    clinicCopy: { pdf: copy.pdf, sha256: sha256Of(copy.pdf), pages: copy.pages },
  };
}
