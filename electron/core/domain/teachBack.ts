import type { ProgramAnswers } from './answers.ts';
import { kindOf } from './handout/paper.ts';

/** A part of the topic that she may say back in her own words. */
export type TeachBackItem = keyof NonNullable<ProgramAnswers['teachBack']>;

/**
 * What may be gone over, by what the paper of this decision holds, in its order. A dose that is filled in later is not on
 * the paper: then nothing is asked about taking it.
 */
export function teachBackItems({ decision, doseLater }: ProgramAnswers): TeachBackItem[] {
  const kind = kindOf(decision);
  if (kind === 'none') return ['decided', 'nextStep'];
  if (kind === 'stop') return ['lastDose', 'redFlags', 'nextStep'];
  return doseLater
    ? ['dontStart', 'redFlags', 'transferMoves', 'nextStep']
    : ['dose', 'missedDose', 'redFlags', 'transferMoves', 'notStopping', 'nextStep'];
}
