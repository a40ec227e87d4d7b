import type { TopicAnswer } from '#core/domain/answers.ts';
import type { Question } from '#core/domain/pack.ts';
import { useText } from '../../text/useText.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useTopicAnswer } from '../answers/useAnswer.ts';
import css from './ask.module.css';
import { DOES_NOT_APPLY, withBeside } from './topicAnswer.ts';

/** The longest reason for "does not apply", in characters. */
const BECAUSE_MAX = 90;

/** What stands beside an answer: the note and date of a result, of what is to come, or why it does not apply. */
export function Beside({ question, choice }: { question: Question; choice: string | null }) {
  const t = useText();
  const { packText } = useConsult();
  const answer = useTopicAnswer(question.id);
  const shown = answer.shown as TopicAnswer | undefined;
  if (choice === DOES_NOT_APPLY) {
    const because = shown?.state === 'doesNotApply' ? shown.because : '';
    return (
      <FieldPlace name={`${answer.key}.because`} open={because === ''} className={css.beside}>
        <TextField
          label={t('ask.because')}
          value={because}
          maxLength={BECAUSE_MAX}
          onChange={(text) => answer.type(text.trim() === '' ? null : { state: 'doesNotApply', because: text })}
          onDone={answer.done}
          error={because === '' ? t('ask.becauseNeeded') : answer.error}
          autoFocus
        />
      </FieldPlace>
    );
  }
  if (!shown || shown.state === 'doesNotApply') return null;
  const { note, date } = question.asks;
  const open = shown.state === 'notKnown';
  if (!note && !date && !open) return null;
  return (
    <div className={css.beside}>
      {note || open ? (
        <FieldPlace name={`${answer.key}.note`}>
          <TextField
            label={open ? t('ask.noteToCome') : packText(`question.${question.id}.note`)}
            value={shown.note ?? ''}
            maxLength={question.maxLength}
            onChange={(text) => answer.type(withBeside(shown, { note: text }))}
            onDone={answer.done}
            error={answer.error}
          />
        </FieldPlace>
      ) : null}
      {date || open ? (
        <FieldPlace name={`${answer.key}.date`} onLeave={answer.done}>
          <DateField
            label={open ? t('ask.dateToCome') : t('ask.date')}
            value={shown.date ?? null}
            onChange={(next) => answer.type(withBeside(shown, { date: next }))}
          />
        </FieldPlace>
      ) : null}
    </div>
  );
}
