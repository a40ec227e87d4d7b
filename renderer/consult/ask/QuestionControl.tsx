import type { TopicAnswer } from '#core/domain/answers.ts';
import type { Question } from '#core/domain/pack.ts';
import { useText } from '../../text/useText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useTopicAnswer } from '../answers/useAnswer.ts';
import css from './ask.module.css';
import { choiceOf, choicesOf, NOT_KNOWN, optionText } from './topicAnswer.ts';

export interface QuestionControlProps {
  question: Question;
  /** What is chosen on the screen; "does not apply" is chosen before its reason is given. */
  choice: string | null;
  onChoice: (choice: string) => void;
  /** The question that is being asked now: larger, and 1–9 answer it. */
  now: boolean;
}

type Known = Extract<TopicAnswer, { state: 'known' }>;

/** The control that answers a question, by its type. Every type can also be "not known" or "does not apply". */
export function QuestionControl({ question, choice, onChoice, now }: QuestionControlProps) {
  const t = useText();
  const { packText } = useConsult();
  const label = packText(`question.${question.id}`);
  const choices = choicesOf(question, packText, t);
  const fixed = question.type === 'yesNo' || question.type === 'choice';
  // A number is typed: there the digits can't stand for answers.
  const rest = (
    <RadioGroup
      label={label}
      labelHidden
      small={!now || !fixed}
      answerKeys={now && fixed}
      choices={choices}
      value={choice}
      onChange={onChoice}
    />
  );
  if (fixed) return rest;
  return (
    <div className={css.typed}>
      <Typed question={question} label={label} />
      {rest}
    </div>
  );
}

function Typed({ question, label }: { question: Question; label: string }) {
  const t = useText();
  const { packText } = useConsult();
  const answer = useTopicAnswer(question.id);
  const before = answer.value?.state === 'known' ? answer.value : undefined;
  const known = (value: Known['value']): Known => ({ ...(before ?? { state: 'known' }), value });
  switch (question.type) {
    case 'integer': {
      const shown = answer.shown as TopicAnswer | undefined;
      return (
        <NumberField
          label={label}
          labelHidden
          steps
          min={question.min}
          max={question.max}
          value={shown?.state === 'known' && typeof shown.value === 'number' ? shown.value : null}
          onChange={(value, typing) => answer.set(value === null ? null : known(value), typing)}
          onDone={answer.done}
          error={answer.error}
        />
      );
    }
    case 'text': {
      const shown = answer.shown as TopicAnswer | undefined;
      return (
        <TextField
          label={label}
          labelHidden
          maxLength={question.maxLength}
          value={shown?.state === 'known' && typeof shown.value === 'string' ? shown.value : ''}
          onChange={(text) => answer.type(text.trim() === '' ? null : known(text))}
          onDone={answer.done}
          error={answer.error}
        />
      );
    }
    case 'date':
      return (
        <DateField
          label={label}
          labelHidden
          value={typeof before?.value === 'string' ? before.value : null}
          onChange={(value) => answer.type(value === null ? null : known(value))}
          error={answer.error}
        />
      );
    case 'choices': {
      const chosen = Array.isArray(before?.value) ? before.value : [];
      return (
        <fieldset className={css.boxes}>
          <legend className="vh">{label}</legend>
          {question.options.map((option) => (
            <Checkbox
              key={option}
              checked={chosen.includes(option)}
              onChange={(on) => answer.set(known(question.options.filter((each) => (each === option ? on : chosen.includes(each)))))}
            >
              {optionText(question.id, option, packText)}
            </Checkbox>
          ))}
          <Checkbox
            checked={choiceOf(answer.value) !== NOT_KNOWN && before !== undefined && chosen.length === 0}
            onChange={(on) => answer.set(on ? known([]) : null)}
          >
            {t('ask.none')}
          </Checkbox>
        </fieldset>
      );
    }
    default:
      return null;
  }
}
