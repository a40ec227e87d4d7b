import { keptAnswers } from '#core/domain/followUp.ts';
import type { Pack } from '#core/domain/pack.ts';
import { answersFromRows } from '#core/domain/parseAnswer.ts';
import type { StoreCommands } from '../store/store.ts';
import type { Services } from './context.ts';
import type { SignIn } from './signIns.ts';
import { readConsultation } from './visits.ts';

/**
 * What the start of a visit takes along from the one that it goes on from: the link, and how her paper looks. Everything
 * clinical waits for a person to confirm it. Nothing for a visit of its own; NOT_FOUND when there is no such visit.
 */
export async function followUpOf(
  services: Pick<Services, 'now'>,
  signIn: SignIn,
  from: string | undefined,
  pack: Pack,
): Promise<Pick<Parameters<StoreCommands['consultations.start']>[0], 'from' | 'answers'>> {
  if (from === undefined) return {};
  const { answers } = await readConsultation(services, signIn, from);
  return { from, answers: keptAnswers(answersFromRows(answers).program, pack) };
}
