import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import { useApi } from '../../client/api.ts';
import { describeError, errorCode } from '../../client/errors.ts';
import { FaultWays } from '../../frame/FaultWays.tsx';
import { useChangeOfPerson } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import { PasswordField } from '../PasswordField.tsx';
import { passwordSchema } from '../password.ts';
import { storeTrouble } from './storeTrouble.ts';

const recoverSchema = z.strictObject({ recoveryKey: z.string().trim().min(1).max(80), newPassword: passwordSchema });

/** The way in with the printed recovery key; it sets a new password. */
export function Recover({ onBack }: { onBack: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const changed = useChangeOfPerson();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const { form: formRef, problems, check } = useChecked(recoverSchema, { recoveryKey, newPassword });
  const recover = useMutation(orpc.app.recover.mutationOptions({ onSuccess: changed }));
  const wrongKey = errorCode(recover.error) === 'WRONG_PASSWORD' ? describeError(recover.error) : undefined;
  const trouble = storeTrouble(recover.error);
  if (trouble) return <FaultWays fault={trouble} onAgain={recover.reset} />;
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = check();
        if (input && !recover.isPending) recover.mutate(input);
      }}
    >
      <section className={form.card} aria-label={t('recover.title')}>
        <div className={form.fields}>
          <TextField
            label={t('recover.key')}
            hint={t('recover.keyHint')}
            value={recoveryKey}
            onChange={(next) => {
              setRecoveryKey(next);
              if (recover.error) recover.reset();
            }}
            error={problems.recoveryKey ? t('recover.keyMissing') : wrongKey}
            autoFocus
            className={form.whole ?? ''}
          />
          <PasswordField label={t('recover.password')} value={newPassword} onChange={setNewPassword} error={problems.newPassword} />
        </div>
        {recover.error && !wrongKey ? (
          <div className={form.problem}>
            <Failure error={recover.error} />
          </div>
        ) : null}
        <div className={form.actions}>
          <Button kind="main" type="submit" pending={recover.isPending}>
            {t('recover.go')}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            {t('back')}
          </Button>
        </div>
      </section>
    </form>
  );
}
