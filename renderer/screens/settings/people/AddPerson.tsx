import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../client/api.ts';
import { fieldIssues } from '../../../client/errors.ts';
import { useText } from '../../../text/useText.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useChecked } from '../../checked.ts';
import css from '../../Form.module.css';
import { OwnPasswordField } from '../../OwnPasswordField.tsx';
import { PASSWORD_MIN } from '../../password.ts';
import { DialogForm } from './DialogForm.tsx';
import { PersonFields } from './PersonFields.tsx';
import { EMPTY_PERSON, newPersonSchema, personOf } from './personDraft.ts';
import { useSent } from './useSent.ts';

/** The fields of a new person. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const [draft, setDraft] = useState(EMPTY_PERSON);
  const [password, setPassword] = useState('');
  const [ownPassword, setOwnPassword] = useState('');
  const { form, problems, check } = useChecked(newPersonSchema, { ...personOf(draft), password, ownPassword });
  const sent = useSent(onClose);
  const add = useMutation(orpc.users.add.mutationOptions({ onSuccess: ({ name }) => sent(t('people.added', { name })) }));
  const issues = Object.fromEntries(fieldIssues(add.error).map(({ path, message }) => [path, message]));
  const typed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      if (add.error) add.reset();
    };
  return (
    <DialogForm
      form={form}
      onSubmit={() => {
        const input = check();
        if (input) add.mutate(input);
      }}
      onClose={onClose}
      go={t('staff.add')}
      pending={add.isPending}
      error={Object.keys(issues).length > 0 ? null : add.error}
    >
      <div className={css.fields}>
        <PersonFields draft={draft} onChange={typed(setDraft)} problems={{ ...issues, ...problems }} lastAdministrator={false} />
        <FirstPasswordField value={password} onChange={typed(setPassword)} error={problems.password ?? issues.password} />
        <OwnPasswordField
          value={ownPassword}
          onChange={typed(setOwnPassword)}
          missing={problems.ownPassword !== undefined}
          refused={add.error}
        />
      </div>
    </DialogForm>
  );
}

export interface FirstPasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  autoFocus?: boolean;
}

/** A password that is told to somebody: it can be read while it is typed. */
export function FirstPasswordField({ value, onChange, error, autoFocus }: FirstPasswordFieldProps) {
  const t = useText();
  return (
    <TextField
      label={t('staff.firstPassword')}
      hint={`${t('sentence', { words: t('password.rule', { count: PASSWORD_MIN }) })} ${t('staff.firstPasswordHint')}`}
      value={value}
      onChange={onChange}
      error={error}
      {...(autoFocus ? { autoFocus: true } : {})}
      required
      className={css.whole ?? ''}
    />
  );
}
