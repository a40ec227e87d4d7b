import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import * as z from 'zod';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useChecked } from '../checked.ts';
import css from '../Form.module.css';
import { isWrongPassword, OwnPasswordField } from '../OwnPasswordField.tsx';
import { PasswordField } from '../PasswordField.tsx';
import { passwordSchema } from '../password.ts';

const changeSchema = z.strictObject({ ownPassword: z.string().min(1).max(200), newPassword: passwordSchema });

export interface PasswordChangeProps {
  /** What the present password is called here. */
  ownLabel: string;
  ownHint: string;
  go: string;
  onDone: () => void;
  autoFocus?: boolean;
  /** Beside the button. */
  others?: ReactNode;
}

/** The fields of a change of one's own password. */
export function PasswordChange({ ownLabel, ownHint, go, onDone, autoFocus, others }: PasswordChangeProps) {
  const t = useText();
  const { orpc } = useApi();
  const [ownPassword, setOwnPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const { form, problems, check, clear } = useChecked(changeSchema, { ownPassword, newPassword });
  const change = useMutation(
    orpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        setOwnPassword('');
        setNewPassword('');
        clear();
        onDone();
      },
    }),
  );
  const issue = fieldIssues(change.error).find(({ path }) => path === 'newPassword')?.message;
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value);
    if (change.error) change.reset();
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = check();
        if (input && !change.isPending) change.mutate(input);
      }}
    >
      <div className={css.fields}>
        <OwnPasswordField
          label={ownLabel}
          hint={ownHint}
          value={ownPassword}
          onChange={typed(setOwnPassword)}
          missing={problems.ownPassword !== undefined}
          refused={change.error}
          autoFocus={autoFocus ?? false}
        />
        <PasswordField
          label={t('account.newPassword')}
          value={newPassword}
          onChange={typed(setNewPassword)}
          error={problems.newPassword ?? issue}
        />
      </div>
      {change.error && !isWrongPassword(change.error) && issue === undefined ? (
        <div className={css.problem}>
          <Failure error={change.error} />
        </div>
      ) : null}
      <div className={css.actions}>
        <Button kind="main" type="submit" pending={change.isPending}>
          {go}
        </Button>
        {others}
      </div>
    </form>
  );
}
