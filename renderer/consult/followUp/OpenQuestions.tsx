import type { ProgramAnswers } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import type { FollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';

type Asked = NonNullable<ProgramAnswers['asked']>[number];

/** Her questions of the last visit that nobody has answered, with who was to answer; each can be taken into this visit. */
export function OpenQuestions({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const answer = useProgramAnswer('asked');
  const asked = answer.value ?? [];
  function take({ question, who }: Asked, on: boolean) {
    const others = asked.filter((each) => each.question !== question || each.answer);
    const next = on ? [...others, { question, ...(who ? { who } : {}) }] : others;
    answer.set(next.length > 0 ? next : null);
  }
  return (
    <section className={css.card} aria-labelledby="open-questions">
      <h2 id="open-questions">{t('since.questions')}</h2>
      <ul>
        {followUp.carry.openQuestions.map(({ question, who }) => {
          const here = asked.find((each) => each.question === question);
          return (
            <li key={question} className={css.line}>
              <div>
                <p className={css.value}>{question}</p>
                <span className={css.name}>{who ? t('since.questions.who', { who }) : t('since.questions.nobody')}</span>
                {here?.answer ? <p className={css.now}>{here.answer}</p> : null}
              </div>
              {here?.answer ? null : (
                <Checkbox checked={here !== undefined} onChange={(on) => take({ question, ...(who ? { who } : {}) }, on)}>
                  <span aria-hidden="true">{t('since.questions.take')}</span>
                  <span className="vh">{t('since.questions.takeOf', { question })}</span>
                </Checkbox>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
