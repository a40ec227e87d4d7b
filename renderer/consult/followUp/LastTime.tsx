import type { ProgramQuestionId } from '#core/domain/answers.ts';
import { carryOf } from '#core/domain/followUp.ts';
import { sinceLast } from '#core/domain/followUpChanges.ts';
import { sectionOfField } from '#core/domain/gate.ts';
import type { Section } from '#core/domain/pack.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { useFollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';
import { lastVisit, nameOf, wordsOf } from './words.ts';

/** At the head of a section in a follow-up: what was decided and planned there at the last visit. Only to be read. */
export function LastTime({ section }: { section: Section }) {
  const t = useText();
  const { pack } = useConsult();
  const followUp = useFollowUp();
  if (!followUp) return null;
  const { last, date } = followUp;
  const visit = lastVisit(followUp);
  const rows = sinceLast(last, last).filter(
    ({ key, before }) =>
      before !== undefined &&
      key.startsWith('program.') &&
      carryOf(key.slice('program.'.length) as ProgramQuestionId) === 'again' &&
      sectionOfField(pack, key) === section.id,
  );
  if (rows.length === 0) return null;
  return (
    <details className={css.last}>
      <summary>{t('since.lastOf', { date: dateText(date) })}</summary>
      <dl>
        {rows.map(({ key, before }) => (
          <div key={key}>
            <dt>{nameOf(key, visit, t)}</dt>
            <dd>{wordsOf(key, before, visit, t)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
