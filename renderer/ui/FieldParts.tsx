import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import css from './Field.module.css';
import { Told } from './Told.tsx';

/** What every field has around its control. */
export interface FieldLook {
  label: string;
  /** Keeps the label for screen readers only: what stands before the field says it already. */
  labelHidden?: boolean;
  /** Stands under the field as long as nothing is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do about it, in one sentence. */
  error?: string | undefined;
  /** A button that mends what is wrong. */
  mend?: ReactNode;
  /** Says beside the label that it may stay empty. */
  optional?: boolean;
}

/** The label above a field. */
export function FieldLabel({ label, labelHidden, optional }: FieldLook) {
  const t = useText();
  return (
    <Label className={labelHidden ? 'vh' : (css.label ?? '')}>
      {label}
      {optional ? <small> ({t('field.optional')})</small> : null}
    </Label>
  );
}

/** The hint or the error under a field. */
export function FieldFoot({ hint, error, mend }: Pick<FieldLook, 'hint' | 'error' | 'mend'>) {
  return (
    <>
      {hint && !error ? (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      {error ? (
        <FieldError className={css.error ?? ''}>
          <TriangleAlert />
          <Told text={error} />
        </FieldError>
      ) : null}
      {error ? mend : null}
    </>
  );
}
