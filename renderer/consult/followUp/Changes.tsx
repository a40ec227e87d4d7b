import { ArrowRight } from 'lucide-react';
import type { ProgramQuestionId } from '#core/domain/answers.ts';
import { carryOf } from '#core/domain/followUp.ts';
import { type SinceLast, sinceLast } from '#core/domain/followUpChanges.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import type { FollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';
import { lastVisit, nameOf, wordsOf } from './words.ts';

const isPlan = (key: string) => key.startsWith('program.') && carryOf(key.slice('program.'.length) as ProgramQuestionId) === 'again';

/** The decision and the plan, then and now, and every other answer that has changed. It follows the answers. */
export function Changes({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const { answers, pack, packText } = useConsult();
  const { last, date } = followUp;
  const [then, now] = [lastVisit(followUp), { pack, packText, program: answers.program }];
  const rows = sinceLast(last, { pack, answers }).filter(({ key, state }) => isPlan(key) || state === 'changed' || state === 'new');
  const after = ({ key, after: value, state }: SinceLast) => {
    if (state === 'open') return <span className={css.none}>{t('since.open')}</span>;
    if (state === 'same') return t('since.same');
    return (
      <>
        <ArrowRight aria-hidden="true" />
        <b>{wordsOf(key, value, now, t)}</b>
      </>
    );
  };
  return (
    <section className={css.card} aria-labelledby="since-changes">
      <h2 id="since-changes">{t('since.changes')}</h2>
      <p>{t('since.changesText')}</p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('since.what')}</th>
            <th scope="col">{t('since.then', { date: dateText(date) })}</th>
            <th scope="col">{t('since.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{nameOf(row.key, pack.questions.some(({ id }) => row.key === `topic.${id}`) ? now : then, t)}</th>
              <td className={row.before === undefined ? css.none : undefined}>
                {row.before === undefined ? t('since.none') : wordsOf(row.key, row.before, then, t)}
              </td>
              <td>{after(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
