import type { ProgramAnswers } from '#core/domain/answers.ts';
import type { Translate } from '../../text/i18n.ts';

export type Decision = NonNullable<ProgramAnswers['criterionDecisions']>[string];

/** A doctor's decision against a "no", as a line. */
export function decisionLine(decision: Decision, t: Translate): string {
  const reason = decision.reason === 'own' ? (decision.text ?? '') : t(`criterion.decision.${decision.reason}`);
  const text = decision.reason === 'own' ? '' : (decision.text ?? '');
  return t('criterion.decision.line', { reason: [reason, text].filter(Boolean).join('. ') });
}
