import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import { pinSchema } from '#core/contract/users.ts';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
import { useChangeOfPerson, useStatus } from '../../frame/session.ts';
import { translate } from '../../text/i18n.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import css from '../Form.module.css';
import { isWrongPassword, OwnPasswordField } from '../OwnPasswordField.tsx';

const pinFormSchema = z
  .strictObject({ ownPassword: z.string().min(1).max(200), pin: pinSchema, again: z.string() })
  .refine(({ pin, again }) => pin === again, { path: ['again'], error: () => translate('pin.notSame') });

const EMPTY = { ownPassword: '', pin: '', again: '' };

/** Sets, changes or takes away one's own PIN. */
export function PinCard() {
  const t = useText();
  const { orpc } = useApi();
  const { hasPin } = useStatus();
  const changed = useChangeOfPerson();
  const [draft, setDraft] = useState(EMPTY);
  const [needsPassword, setNeedsPassword] = useState(false);
  const { form, problems, check, clear } = useChecked(pinFormSchema, draft);
  const setPin = useMutation(
    orpc.account.setPin.mutationOptions({
      onSuccess: async (now) => {
        setDraft(EMPTY);
        setNeedsPassword(false);
        clear();
        announce(t(now.hasPin ? 'pin.isSet' : 'pin.isGone'));
        await changed();
      },
    }),
  );
  const issue = fieldIssues(setPin.error).find(({ path }) => path === 'pin')?.message;
  const type = (field: keyof typeof EMPTY) => (value: string) => {
    setDraft({ ...draft, [field]: value });
    if (!setPin.isIdle) setPin.reset();
  };
  function takeAway() {
    setNeedsPassword(draft.ownPassword === '');
    clear();
    if (draft.ownPassword === '') form.current?.querySelector('input')?.focus();
    else if (!setPin.isPending) setPin.mutate({ ownPassword: draft.ownPassword, pin: null });
  }
  return (
    <section className={css.card} aria-labelledby="account-pin">
      <h2 id="account-pin">{t('pin.title')}</h2>
      <p>{t('pin.text')}</p>
      <p>
        <Status kind={hasPin ? 'ok' : 'none'} large>
          {t(hasPin ? 'pin.has' : 'pin.hasNone')}
        </Status>
      </p>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setNeedsPassword(false);
          const input = check();
          if (input && !setPin.isPending) setPin.mutate({ ownPassword: input.ownPassword, pin: input.pin });
        }}
      >
        <div className={css.fields}>
          <OwnPasswordField
            label={t('account.ownPassword')}
            value={draft.ownPassword}
            onChange={type('ownPassword')}
            missing={problems.ownPassword !== undefined || (needsPassword && draft.ownPassword === '')}
            refused={setPin.error}
          />
          <TextField
            label={t(hasPin ? 'pin.new' : 'pin.label')}
            hint={t('pin.hint')}
            type="password"
            neverShown
            inputMode="numeric"
            value={draft.pin}
            onChange={type('pin')}
            error={problems.pin === undefined ? issue : t('pin.wrong')}
            required
          />
          <TextField
            label={t('pin.again')}
            type="password"
            neverShown
            inputMode="numeric"
            value={draft.again}
            onChange={type('again')}
            error={problems.again}
            required
          />
        </div>
        {setPin.error && !isWrongPassword(setPin.error) && issue === undefined ? (
          <div className={css.problem}>
            <Failure error={setPin.error} />
          </div>
        ) : null}
        <div className={css.actions}>
          <Button kind="main" type="submit" pending={setPin.isPending}>
            {t(hasPin ? 'pin.change' : 'pin.set')}
          </Button>
          {hasPin ? <Button onPress={takeAway}>{t('pin.takeAway')}</Button> : null}
          {setPin.isSuccess ? (
            <Status kind="ok" large>
              {t(hasPin ? 'pin.isSet' : 'pin.isGone')}
            </Status>
          ) : null}
        </div>
      </form>
    </section>
  );
}
