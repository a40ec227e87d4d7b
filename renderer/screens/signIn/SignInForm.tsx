import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { errors } from '#core/contract/errors.ts';
import { useApi } from '../../client/api.ts';
import { describeError, errorDataOf } from '../../client/errors.ts';
import { useChangeOfPerson, useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import form from '../Form.module.css';
import { useOpenSample } from '../setup/useOpenSample.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** Choose a person, type the password. */
export function SignInForm({ onLost }: { onLost: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const { users } = useStatus();
  const changed = useChangeOfPerson();
  const [userId, setUserId] = useState(users.length === 1 ? (users[0]?.id ?? null) : null);
  const [password, setPassword] = useState('');
  const [wait, setWait] = useSecondsLeft();
  const field = useRef<HTMLInputElement>(null);
  const sample = useOpenSample();
  const signIn = useMutation(
    orpc.app.signIn.mutationOptions({
      onSuccess: changed,
      onError: (error) => {
        const data = errors.WRONG_PASSWORD.data.safeParse(errorDataOf(error, 'WRONG_PASSWORD'));
        setWait(data.success ? (data.data.waitSeconds ?? 0) : 0);
        field.current?.select();
      },
    }),
  );
  useEffect(() => {
    if (userId) field.current?.focus();
  }, [userId]);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (userId && password && wait === 0 && !signIn.isPending) signIn.mutate({ userId, password });
  }
  return (
    <form onSubmit={submit} noValidate>
      <section className={form.card} aria-label={t('signIn.title')}>
        <RadioGroup
          label={t('signIn.who')}
          choices={users.map(({ id, name }) => ({ value: id, label: name }))}
          value={userId}
          onChange={setUserId}
          column
          autoFocus={userId === null}
        />
        <div className={form.fields}>
          <TextField
            ref={field}
            label={t('signIn.password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(next) => {
              setPassword(next);
              if (signIn.error) signIn.reset();
            }}
            error={signIn.error ? describeError(signIn.error) : undefined}
            className={form.whole ?? ''}
          />
        </div>
        <div className={form.actions}>
          <Button
            kind="main"
            type="submit"
            pending={signIn.isPending}
            unavailable={userId === null || password === '' || wait > 0}
            describedBy="sign-in-why"
          >
            {t('signIn.go')}
          </Button>
          <span id="sign-in-why" className="muted">
            {wait > 0 ? t('signIn.wait', { count: wait }) : userId === null ? t('signIn.choose') : ''}
          </span>
        </div>
      </section>
      <div className={form.actions}>
        <Button kind="quiet" onPress={onLost}>
          {t('signIn.lost')}
        </Button>
        <Button kind="quiet" pending={sample.isPending} onPress={() => sample.mutate(undefined)}>
          {t('start.sampleGo')}
        </Button>
      </div>
    </form>
  );
}
