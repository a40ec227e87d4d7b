import type { ReactNode, RefObject } from 'react';
import { useText } from '../../../text/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { DialogFoot } from '../../../ui/Dialog.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import css from '../../Form.module.css';
import { isWrongPassword } from '../../OwnPasswordField.tsx';

export interface DialogFormProps {
  form?: RefObject<HTMLFormElement | null>;
  onSubmit: () => void;
  onClose: () => void;
  go: string;
  pending: boolean;
  /** What the program answered; a wrong password stands at its field. */
  error: unknown;
  children: ReactNode;
}

/** A form in a dialog: its fields, what was refused, and its two buttons. */
export function DialogForm({ form, onSubmit, onClose, go, pending, error, children }: DialogFormProps) {
  const t = useText();
  return (
    <form
      {...(form ? { ref: form } : {})}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSubmit();
      }}
    >
      {children}
      {error && !isWrongPassword(error) ? (
        <div className={css.problem}>
          <Failure error={error} />
        </div>
      ) : null}
      <DialogFoot>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button kind="main" type="submit" pending={pending}>
          {go}
        </Button>
      </DialogFoot>
    </form>
  );
}
