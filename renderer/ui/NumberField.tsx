import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useContext, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { NumberField as AriaNumberField, Button, Group, Input, NumberFieldStateContext } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { cx } from './cx.ts';
import field from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';
import css from './NumberField.module.css';

export interface NumberFieldProps extends FieldLook {
  /** Null while nothing is entered: an empty field is no zero, unless `emptyIs` says so. */
  value: number | null;
  /** What a field means from which a number was removed: 0 where the others beside it count. */
  emptyIs?: number;
  /** `typing`: more digits may follow at once. */
  onChange: (value: number | null, typing: boolean) => void;
  /** The field is left. */
  onDone?: () => void;
  min?: number;
  max?: number;
  step?: number;
  /** Digits after the point; none for a count. A nought that decimals may follow counts as entered when the field is left. */
  decimals?: number;
  /** The words after the number, such as "tablets" or "mg". */
  unit?: string;
  /** Buttons for one less and one more. */
  steps?: boolean;
  /** As narrow as a single digit with its two buttons. */
  compact?: boolean;
  /** As wide as an amount of money. */
  wide?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
}

const STEP_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** Tells what stands in the field while it is typed; the library itself tells it only when the field is left. */
function WhileTyping({ onTyped }: { onTyped: (text: string, value: number) => void }) {
  const state = useContext(NumberFieldStateContext);
  const { inputValue, numberValue } = state ?? { inputValue: '', numberValue: Number.NaN };
  const tell = useEffectEvent(() => onTyped(inputValue, numberValue));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the text is told
  useEffect(() => tell(), [inputValue]);
  return null;
}

/**
 * What the library holds while a number is typed: it writes the field anew with every value that it is given, so it gets
 * none until the field is left or the value is changed from outside.
 */
function useTyped({ value, onChange, onDone, decimals, emptyIs }: NumberFieldProps) {
  const [held, setHeld] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (told.current === value) return;
    told.current = value;
    setHeld(value);
  }, [value]);
  function tell(next: number | null, typing: boolean) {
    if (next === told.current) return;
    told.current = next;
    onChange(next, typing);
  }
  return {
    held,
    commit(next: number | null) {
      setHeld(next);
      tell(next, false);
    },
    type(text: string, typed: number) {
      if (text === '') {
        if (told.current === null) return;
        setHeld(null);
      }
      const unfinished = decimals !== undefined && typed === 0;
      tell(Number.isNaN(typed) ? (emptyIs ?? null) : unfinished ? null : typed, true);
    },
    leave() {
      setHeld(told.current);
      onDone?.();
    },
  };
}

/** A field for a number with its unit; with `steps`, a counter. It tells each change at once and puts nothing right by itself. */
export function NumberField(props: NumberFieldProps) {
  const { value, min, max, step, decimals = 0, unit, steps, compact, wide, readOnly, autoFocus } = props;
  const t = useText();
  const { held, commit, type, leave } = useTyped(props);
  // The library steps an empty field to its end: one less than nothing would be the most that is allowed.
  const empty = value === null;
  const [lessId, moreId] = [useId(), useId()];
  const first = () => commit(Math.max(min ?? 0, 1));
  function stepFromEmpty(event: KeyboardEvent) {
    if (!STEP_KEYS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowUp' && !readOnly) first();
  }
  return (
    <AriaNumberField
      className={field.field ?? ''}
      value={held ?? Number.NaN}
      onChange={(next) => commit(Number.isNaN(next) ? null : next)}
      onBlur={leave}
      commitBehavior="validate"
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      formatOptions={{ useGrouping: false, maximumFractionDigits: decimals }}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      isReadOnly={readOnly ?? false}
      isWheelDisabled
      {...(autoFocus ? { autoFocus: true } : {})}
    >
      <WhileTyping onTyped={type} />
      <FieldLabel {...props} />
      <div className={css.group} onKeyDownCapture={empty ? stepFromEmpty : undefined}>
        <Group className={cx(css.stepper, compact && css.compact, wide && css.wide)}>
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
