import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { cx } from './cx.ts';
import field from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';
import css from './NumberField.module.css';

export interface NumberFieldProps extends FieldLook {
  /** Null while nothing is entered: an empty field is never a zero. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** The words after the number, such as "tablets" or "mg". */
  unit?: string;
  /** Buttons for one less and one more. */
  steps?: boolean;
  /** As narrow as a single digit with its two buttons. */
  compact?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
}

const STEP_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** A field for a number with its unit; with `steps`, a counter. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step, unit, steps, compact, readOnly, autoFocus } = props;
  const t = useText();
  // The library steps an empty field to its end: one less than nothing would be the most that is allowed.
  const empty = value === null;
  const [lessId, moreId] = [useId(), useId()];
  const first = () => onChange(Math.max(min ?? 0, 1));
  function stepFromEmpty(event: KeyboardEvent) {
    if (!STEP_KEYS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowUp' && !readOnly) first();
  }
  return (
    <AriaNumberField
      className={field.field ?? ''}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 3 }}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      isReadOnly={readOnly ?? false}
      isWheelDisabled
      {...(autoFocus ? { autoFocus: true } : {})}
    >
      <FieldLabel {...props} />
      <div className={css.group} onKeyDownCapture={empty ? stepFromEmpty : undefined}>
        <Group className={cx(css.stepper, compact && css.compact)}>
          {steps ? (
            <Button
              id={lessId}
              className={css.step ?? ''}
              {...(empty
                ? { slot: null, isDisabled: true, 'aria-label': `${t('field.less')} ${props.label}` }
                : { slot: 'decrement', 'aria-label': t('field.less') })}
            >
              <Minus />
            </Button>
          ) : null}
          <Input className={css.input ?? ''} autoComplete="off" />
          {steps ? (
            <Button
              id={moreId}
              className={css.step ?? ''}
              {...(empty
                ? { slot: null, onPress: first, 'aria-label': `${t('field.more')} ${props.label}` }
                : { slot: 'increment', 'aria-label': t('field.more') })}
            >
              <Plus />
            </Button>
          ) : null}
        </Group>
        {unit ? <span className={css.unit}>{unit}</span> : null}
      </div>
      <FieldFoot {...props} />
    </AriaNumberField>
  );
}
