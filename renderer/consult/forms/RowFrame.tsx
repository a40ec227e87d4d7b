import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { PASSED } from '../place/focus.ts';
import css from './forms.module.css';

export interface RowFrameProps {
  /** The key of the row's answer and its place in the list. */
  name: string;
  /** What a screen reader says of the row: its number, or that it is a new one. */
  label: string;
  /** Takes the row out; absent while there is nothing in it. */
  remove?: { label: string; run: () => void } | undefined;
  /** The labels of its fields are seen, above them. */
  labelled: boolean;
  /** The cursor leaves the row. */
  onLeave: () => void;
  className?: string | undefined;
  children: ReactNode;
}

/** One row of a list that is filled in, with the button that takes it out. */
export function RowFrame({ name, label, remove, labelled, onLeave, className, children }: RowFrameProps) {
  return (
    <li>
      <FieldPlace name={name} onLeave={onLeave}>
        <fieldset className={cx(css.rowFields, className)}>
          <legend className="vh">{label}</legend>
          {children}
          <span className={cx(css.rowEnd, labelled && css.labelled)} {...{ [PASSED]: '' }}>
            {remove ? (
              <Button kind="quiet" icon small label={remove.label} onPress={remove.run}>
                <X />
              </Button>
            ) : null}
          </span>
        </fieldset>
      </FieldPlace>
    </li>
  );
}
