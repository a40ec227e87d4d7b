import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { cx } from './cx.ts';
import field from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';
import type { Choice } from './RadioGroup.tsx';
import css from './Select.module.css';

export interface SelectProps<Value extends string> extends FieldLook {
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  className?: string;
}

/** A list that opens, of which one entry is chosen. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { choices, value, onChange, placeholder, className } = props;
  const t = useText();
  return (
    <AriaSelect
      className={cx(field.field, className)}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
      placeholder={placeholder ?? t('field.choose')}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Button className={cx(css.trigger, field.input)}>
        <SelectValue />
        <ChevronDown />
      </Button>
      <FieldFoot {...props} />
      <Popover className={css.popover ?? ''}>
        <ListBox className={css.list ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className={css.item ?? ''}>
              <span>
                {choice.label}
                {choice.note ? <small>{choice.note}</small> : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
