import { useText } from '../text/useText.ts';
import { Status } from '../ui/Status.tsx';
import { TextField } from '../ui/TextField.tsx';
import css from './Form.module.css';
import { PASSWORD_MIN } from './password.ts';

export interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** A field for a new password: its one rule, and whether it is kept. */
export function PasswordField({ label, value, onChange, error }: PasswordFieldProps) {
  const t = useText();
  const long = value.length >= PASSWORD_MIN;
  return (
    <div className={css.whole}>
      <TextField
        label={label}
        type="password"
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        hint={
          <>
            <Status kind={long ? 'ok' : 'none'} large>
              {t('password.rule', { count: PASSWORD_MIN })}
            </Status>{' '}
            {t('password.hint')}
          </>
        }
        required
      />
    </div>
  );
}
