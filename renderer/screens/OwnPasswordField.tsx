import { describeError, errorCode } from '../client/errors.ts';
import { useText } from '../text/useText.ts';
import { TextField } from '../ui/TextField.tsx';
import css from './Form.module.css';

export interface OwnPasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The field is empty and was needed. */
  missing: boolean;
  /** What the program answered; only a wrong password belongs to this field. */
  refused: unknown;
  label?: string;
  hint?: string;
  autoFocus?: boolean;
}

/** Whether an answer of the program belongs to the field of the person's own password. */
export function isWrongPassword(error: unknown): boolean {
  return errorCode(error) === 'WRONG_PASSWORD';
}

/** The password of whoever is signed in, asked for again before something that needs it. */
export function OwnPasswordField({ value, onChange, missing, refused, label, hint, autoFocus }: OwnPasswordFieldProps) {
  const t = useText();
  const wrong = isWrongPassword(refused) ? describeError(refused) : undefined;
  return (
    <div className={css.whole}>
      <TextField
        label={label ?? t('ownPassword.label')}
        hint={hint ?? t('ownPassword.hint')}
        type="password"
        autoComplete="current-password"
        value={value}
        onChange={onChange}
        error={wrong ?? (missing ? t('ownPassword.missing') : undefined)}
        {...(autoFocus ? { autoFocus: true } : {})}
        required
      />
    </div>
  );
}
