import { answerAt } from '#core/domain/followUp.ts';
import { sectionOfField } from '#core/domain/gate.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Status } from '../../ui/Status.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { SectionLink } from '../section/SectionLink.tsx';
import type { FollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';
import { besideOf, lastVisit, nameOf, wordsOf } from './words.ts';

/** What was open at the last visit, and what the topic asks in another way since. */
export function AskAgain({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const { answers, pack, packText } = useConsult();
  const { carry, date } = followUp;
  const here = { pack, packText, program: answers.program };
  const visit = lastVisit(followUp);
  return (
    <section className={css.card} aria-labelledby="ask-again">
      <h2 id="ask-again">{t('since.again')}</h2>
      <ul>
        {carry.again.map(({ key, value, why }) => {
          const now = answerAt(answers, key);
          const section = why === 'gone' ? '' : sectionOfField(pack, key);
          const name = nameOf(key, why === 'gone' ? visit : here, t);
          return (
            <li key={key} className={css.line}>
              <div>
                <span className={css.name}>{name}</span>
                {why === 'notKnown' ? (
                  <p>
                    <Status kind="unknown" large>
                      {t('since.again.notKnown', { date: dateText(date) })}
                    </Status>{' '}
                    {besideOf(key, value, visit, t)}
                  </p>
                ) : (
                  <>
                    <p className={css.value}>{wordsOf(key, value, visit, t)}</p>
                    <p className={css.reworded}>{t(`since.again.${why}`)}</p>
                  </>
                )}
                {now === undefined ? null : (
                  <p className={css.now}>
                    <Status kind="ok">{t('since.again.answered')}</Status> {wordsOf(key, now, here, t)}
                  </p>
                )}
              </div>
              {section ? (
                <SectionLink
                  section={section}
                  field={key}
                  className={css.change}
                  label={t(now === undefined ? 'since.again.openOf' : 'ask.changeWhat', { what: name })}
                >
                  {t(now === undefined ? 'since.again.open' : 'since.change')}
                </SectionLink>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
