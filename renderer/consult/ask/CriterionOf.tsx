import type { TopicAnswer } from '#core/domain/answers.ts';
import type { CriterionResult, CriterionStatus } from '#core/domain/evaluation.ts';
import type { Criterion } from '#core/domain/pack.ts';
import type { Translate } from '../../text/i18n.ts';
import { useText } from '../../text/useText.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Status } from '../../ui/Status.tsx';
import type { StatusKind } from '../../ui/StatusIcon.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './ask.module.css';

/** The icon of a criterion's result. */
export const statusKinds: Record<CriterionStatus, StatusKind> = { met: 'ok', notMet: 'bad', notKnown: 'unknown', doesNotApply: 'none' };

/** A criterion's result in a word; one that isn't asked yet says so. */
export function statusWord(result: CriterionResult, t: Translate): string {
  return result.asked || result.status !== 'notKnown' ? t(`criterion.${result.status}`) : t('ask.notAsked');
}

/** How an answered line is marked: by its criterion, or plainly when it has none. */
export function criterionTone(
  state: TopicAnswer['state'],
  result: CriterionResult | undefined,
): 'ok' | 'bad' | 'unknown' | 'plain' | 'none' {
  if (state === 'doesNotApply') return 'none';
  if (state === 'notKnown') return 'unknown';
  if (!result) return 'plain';
  return result.status === 'met' ? 'ok' : result.status === 'notMet' ? 'bad' : result.status === 'notKnown' ? 'unknown' : 'none';
}

/** Under the question being asked: the criterion that it settles, and how it stands. */
export function CriterionOf({ criterion, result }: { criterion: Criterion; result: CriterionResult }) {
  const t = useText();
  const { packText } = useConsult();
  return (
    <p className={css.result}>
      <RichText text={packText(`criterion.${criterion.id}`)} />
      <Status kind={result.asked ? statusKinds[result.status] : 'none'} large>
        <b>{statusWord(result, t)}</b>
      </Status>
    </p>
  );
}
