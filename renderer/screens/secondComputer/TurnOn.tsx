import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import { portSchema, type SecondComputerState } from '#core/contract/secondComputer.ts';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
import { translate } from '../../text/i18n.ts';
import { told } from '../../text/told.ts';
import { useText } from '../../text/useText.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import css from '../Form.module.css';
import { OwnPasswordField } from '../OwnPasswordField.tsx';
import { DialogForm } from '../settings/people/DialogForm.tsx';
import { useTakeSecond } from './useSecond.ts';

const draftSchema = z.strictObject({
  address: z.string({ error: () => translate('second.addressMissing') }),
  port: z
    .string()
    .trim()
    .transform(Number)
    .refine((port) => portSchema.safeParse(port).success, { error: () => translate('second.portWrong') }),
  ownPassword: z.string().min(1, { error: () => translate('ownPassword.missing') }),
});

function TurnOnForm({ state, onClose }: { state: SecondComputerState; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const take = useTakeSecond();
  const { addresses, on } = state;
  const [first] = addresses;
  const [address, setAddress] = useState(
    addresses.find((each) => each === state.address) ?? (addresses.length === 1 ? (first ?? null) : null),
  );
  const [port, setPort] = useState(String(state.port));
  const [ownPassword, setOwnPassword] = useState('');
  const { form, problems, check } = useChecked(draftSchema, { address, port, ownPassword });
  const turnOn = useMutation(
    orpc.secondComputer.turnOn.mutationOptions({
      onSuccess: (next) => {
        take(next, t('second.turnedOn'));
        onClose();
      },
    }),
  );
  const issues = fieldIssues(turnOn.error);
  const refused = (field: string) => {
    const message = issues.find(({ path }) => path === field)?.message;
    return message === undefined ? undefined : told(message);
  };
  const changing = (change: () => void) => {
    change();
    if (turnOn.error) turnOn.reset();
  };
  return (
    <DialogForm
      form={form}
      onSubmit={() => {
        const input = check();
        if (input) turnOn.mutate(input);
      }}
      onClose={onClose}
      go={t(on ? 'second.moveGo' : 'second.turnOnGo')}
      pending={turnOn.isPending}
      error={issues.length > 0 ? null : turnOn.error}
    >
      {on ? <p>{t('second.moveText')}</p> : null}
      <div className={css.fields}>
        <Select
          label={t('second.address')}
          hint={t('second.addressHint')}
          choices={addresses.map((each) => ({ value: each, label: each }))}
          value={address}
          onChange={(next) => changing(() => setAddress(next))}
          error={refused('address') ?? problems.address}
          className={css.whole ?? ''}
        />
        <TextField
          label={t('second.port')}
          hint={t('second.portHint')}
          value={port}
          inputMode="numeric"
          onChange={(next) => changing(() => setPort(next))}
          error={refused('port') ?? problems.port}
          className={css.whole ?? ''}
        />
        <OwnPasswordField
          value={ownPassword}
          onChange={(next) => changing(() => setOwnPassword(next))}
          missing={problems.ownPassword !== undefined}
          refused={turnOn.error}
        />
      </div>
    </DialogForm>
  );
}

/** Where this computer is to be found, and the administrator's own password: it opens a door in the network. */
export function TurnOn({ state, open, onClose }: { state: SecondComputerState; open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t(state.on ? 'second.moveTitle' : 'second.turnOnTitle')} open={open} onClose={onClose}>
      <TurnOnForm state={state} onClose={onClose} />
    </Dialog>
  );
}
