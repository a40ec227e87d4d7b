import { Check, Minus, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Question } from '#core/domain/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useTopicAnswer } from '../answers/useAnswer.ts';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './ask.module.css';
import { Beside } from './Beside.tsx';
import { CriterionOf, criterionTone, statusWord } from './CriterionOf.tsx';
import { DoctorsDecision } from './DoctorsDecision.tsx';
import { decisionLine } from './decisionLine.ts';
import { QuestionControl } from './QuestionControl.tsx';
import { answerOfChoice, answerWords, besideResult, choiceOf, DOES_NOT_APPLY } from './topicAnswer.ts';

export interface QuestionItemProps {
  question: Question;
  number: number;
  /** This is the question being asked. */
  now: boolean;
  onNow: () => void;
}

/** One question of the talk: a line when it is answered, a card while it is asked, and ready to be answered before that. */
export function QuestionItem({ question, number, now, onNow }: QuestionItemProps) {
  const t = useText();
  const { packText, pack, answers, evaluation } = useConsult();
  const answer = useTopicAnswer(question.id);
  const [asksWhy, setAsksWhy] = useState(false);
  const chosen = choiceOf(answer.value);
  const choice = chosen ?? (asksWhy ? DOES_NOT_APPLY : null);
  const asked = packText(`question.${question.id}`);
  const criterion = pack.criteria.find((each) => each.question === question.id);
  const result = criterion && evaluation.criteria.find((each) => each.id === criterion.id);
  const decision = criterion && answers.program.criterionDecisions?.[criterion.id];
  const follow = useRef<Element | null>(null);
  useLayoutEffect(() => {
    follow.current?.querySelector<HTMLElement>('input:checked')?.focus();
    follow.current = null;
  });
  function choose(next: string) {
    // The cursor follows an answer given by its key; "does not apply" leads on to its reason.
    if (next !== DOES_NOT_APPLY) follow.current = document.activeElement?.closest('[role="radiogroup"]') ?? null;
    setAsksWhy(next === DOES_NOT_APPLY);
    answer.set(answerOfChoice(next, answer.value));
  }
  if (!now && answer.value) {
    const words = answerWords(question, answer.value, packText, t);
    const tone = criterionTone(answer.value.state, result);
    return (
      <li className={css.item}>
        <span className={cx(css.dot, css[tone])} aria-hidden="true">
          {tone === 'bad' ? <X /> : tone === 'unknown' ? '?' : tone === 'none' ? <Minus /> : <Check />}
        </span>
        <div>
          <h2 className={css.question}>{asked}</h2>
          <p className={css.answer}>
            <b>{t('sentence', { words: result ? statusWord(result, t) : words.value })}</b>{' '}
            {result ? besideResult(question, answer.value, words) : words.beside}
          </p>
          {decision && result?.status === 'notMet' ? <p className={css.answer}>{decisionLine(decision, t)}</p> : null}
        </div>
        <Button kind="quiet" small onPress={onNow} label={t('ask.changeWhat', { what: asked })}>
          {t('ask.change')}
        </Button>
      </li>
    );
  }
  return (
    <li className={cx(css.item, now && css.now)} {...(now ? { 'data-now': '' } : {})} onFocus={now ? undefined : onNow}>
      <span className={css.dot} aria-hidden="true">
        {number}
      </span>
      <div>
        <h2 className={css.question}>{asked}</h2>
        {now ? (
          <p className={css.why}>
            <b>{t('ask.why')}</b> {packText(`question.${question.id}.why`)} <FactLinks ids={question.facts} />
          </p>
        ) : null}
        <FieldPlace name={answer.key} open={!answer.value} className={css.control}>
          <QuestionControl question={question} choice={choice} onChoice={choose} now={now} />
        </FieldPlace>
        {now ? <Beside question={question} choice={choice} /> : null}
        {now && criterion && result ? <CriterionOf criterion={criterion} result={result} /> : null}
        {now && criterion && result?.status === 'notMet' ? <DoctorsDecision criterion={criterion.id} /> : null}
      </div>
    </li>
  );
}
