import type { Criterion } from '#core/domain/pack.ts';
import { useText } from '../../text/useText.ts';
import { Status } from '../../ui/Status.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './ask.module.css';

/** How the criteria of a section stand, in one line. It counts; it judges nothing. */
export function SoFar({ criteria }: { criteria: readonly Criterion[] }) {
  const t = useText();
  const { evaluation } = useConsult();
  const results = evaluation.criteria.filter((result) => criteria.some(({ id }) => id === result.id));
  const count = (status: string) => results.filter((each) => each.status === status && (status !== 'notKnown' || each.asked)).length;
  const notAsked = results.filter((each) => each.status === 'notKnown' && !each.asked).length;
  const [notMet, notKnown, doesNotApply] = [count('notMet'), count('notKnown'), count('doesNotApply')];
  const of = { met: count('met'), all: results.length };
  const listed = criteria.every(({ group }) => group === 'listed');
  return (
    <p className={css.soFar} role="status">
      <b>{t('criterion.soFar')}</b>
      <Status kind="ok" large>
        {listed ? t('criterion.soFar.met', of) : t('criterion.soFar.indications', of)}
      </Status>
      {notMet ? (
        <Status kind="bad" large>
          {t('criterion.soFar.notMet', { count: notMet })}
        </Status>
      ) : null}
      {notKnown ? (
        <Status kind="unknown" large>
          {t('criterion.soFar.notKnown', { count: notKnown })}
        </Status>
      ) : null}
      {doesNotApply ? (
        <Status kind="none" large>
          {t('criterion.soFar.doesNotApply', { count: doesNotApply })}
        </Status>
      ) : null}
      {notAsked ? (
        <Status kind="none" large>
          {t('criterion.soFar.notAsked', { count: notAsked })}
        </Status>
      ) : null}
    </p>
  );
}
