import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { useCommands } from '../commands/useCommands.ts';
import { useText } from '../text/useText.ts';
import { cx } from './cx.ts';
import field from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';
import { Kbd } from './Kbd.tsx';
import css from './RadioGroup.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** The language of the label where it isn't the window's. */
  lang?: string;
  /** A second, quieter line. */
  note?: string;
}

export interface RadioGroupProps<Value extends string> extends FieldLook {
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  small?: boolean;
  /** One below the other. */
  column?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  /** The keys 1, 2, 3 … answer from anywhere on the screen. Only one group of a screen has it: the present question. */
  answerKeys?: boolean;
}

const LAST_KEY = 9;

/** A row of answers of which one is true. Arrows move, 1–9 answer. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { choices, value, onChange, small, column, readOnly, autoFocus, answerKeys } = props;
  const t = useText();
  useCommands(
    answerKeys && !readOnly
      ? choices.slice(0, LAST_KEY).map((choice, index) => ({
          id: `answer.${index + 1}` as const,
          title: t('command.answer', { answer: choice.label }),
          run: () => onChange(choice.value),
        }))
      : [],
  );
  return (
    <AriaRadioGroup
      className={cx(field.field, small && css.small, column && css.column)}
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen) onChange(chosen.value);
      }}
      orientation={column ? 'vertical' : 'horizontal'}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      isReadOnly={readOnly ?? false}
    >
      <FieldLabel {...props} />
      <div className={css.options}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={css.option ?? ''}
            {...(autoFocus &&
            index ===
              Math.max(
                0,
                choices.findIndex((each) => each.value === value),
              )
              ? { autoFocus: true }
              : {})}
          >
            <span className={css.dot} aria-hidden="true" />
            <span lang={choice.lang}>
              {choice.label}
              {choice.note ? <small>{choice.note}</small> : null}
            </span>
            {answerKeys && index < LAST_KEY ? (
              <span aria-hidden="true">
                <Kbd keys={String(index + 1)} />
              </span>
            ) : null}
          </Radio>
        ))}
      </div>
      <FieldFoot {...props} />
    </AriaRadioGroup>
  );
}
