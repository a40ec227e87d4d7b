import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import type { UserRow } from '#core/contract/users.ts';
import { useApi } from '../../../client/api.ts';
import { useText } from '../../../text/useText.ts';
import { useChecked } from '../../checked.ts';
import css from '../../Form.module.css';
import { OwnPasswordField } from '../../OwnPasswordField.tsx';
import { passwordSchema } from '../../password.ts';
import { FirstPasswordField } from './AddPerson.tsx';
import { DialogForm } from './DialogForm.tsx';
import { useSent } from './useSent.ts';

const resetSchema = z.strictObject({ password: passwordSchema, ownPassword: z.string().min(1).max(200) });

/** A new first password for somebody who forgot hers. */
export function ResetPassword({ person, onClose }: { person: UserRow; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const [password, setPassword] = useState('');
  const [ownPassword, setOwnPassword] = useState('');
  const { form, problems, check } = useChecked(resetSchema, { password, ownPassword });
  const sent = useSent(onClose);
  const reset = useMutation(orpc.users.resetPassword.mutationOptions({ onSuccess: ({ name }) => sent(t('people.resetDone', { name })) }));
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value);
    if (reset.error) reset.reset();
  };
  return (
    <DialogForm
      form={form}
      onSubmit={() => {
        const input = check();
        if (input) reset.mutate({ id: person.id, ...input });
      }}
      onClose={onClose}
      go={t('reset.go')}
      pending={reset.isPending}
      error={reset.error}
    >
      <p>{t('reset.text', { name: person.name })}</p>
      <div className={css.fields}>
        <FirstPasswordField value={password} onChange={typed(setPassword)} error={problems.password} autoFocus />
        <OwnPasswordField
          value={ownPassword}
          onChange={typed(setOwnPassword)}
          missing={problems.ownPassword !== undefined}
          refused={reset.error}
        />
      </div>
    </DialogForm>
  );
}
