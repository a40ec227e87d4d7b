import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import css from './Checkbox.module.css';

export interface CheckboxProps {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  invalid?: boolean;
  readOnly?: boolean;
}

/** A box to tick, with its sentence. */
export function Checkbox({ children, checked, onChange, invalid, readOnly }: CheckboxProps) {
  return (
    <AriaCheckbox
      className={css.checkbox ?? ''}
      isSelected={checked}
      onChange={onChange}
      isInvalid={invalid ?? false}
      isReadOnly={readOnly ?? false}
      validationBehavior="aria"
    >
      <span className={css.box} aria-hidden="true">
        <Check />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
