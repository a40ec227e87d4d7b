import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { errors } from '#core/contract/errors.ts';
import { useApi } from '../../client/api.ts';
import { describeError, errorDataOf } from '../../client/errors.ts';
import { FaultWays } from '../../frame/FaultWays.tsx';
import { useChangeOfPerson } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import form from '../Form.module.css';
import { storeTrouble } from './storeTrouble.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

export interface PasswordFormProps {
  person: { id: string; name: string };
  /** Words over the field, such as why the password is asked for. */
  children?: ReactNode;
  /** Other ways, beside the button. */
  others?: ReactNode;
}

/** The password of one person; it signs in. */
export function PasswordForm({ person, children, others }: PasswordFormProps) {
  const t = useText();
  const { orpc } = useApi();
  const changed = useChangeOfPerson();
  const [password, setPassword] = useState('');
  const [wait, setWait] = useSecondsLeft();
  const field = useRef<HTMLInputElement>(null);
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
  function submit(event: FormEvent) {
    event.preventDefault();
    if (password && wait === 0 && !signIn.isPending) signIn.mutate({ userId: person.id, password });
  }
  const trouble = storeTrouble(signIn.error);
  if (trouble) return <FaultWays fault={trouble} onAgain={signIn.reset} />;
  return (
    <form onSubmit={submit} noValidate>
      <section className={form.card} aria-labelledby="sign-in-who">
        <h2 id="sign-in-who">{person.name}</h2>
        {children}
        <div className={form.fields}>
          <TextField
            ref={field}
            label={t('signIn.password')}
            type="password"
            autoComplete="current-password"
            autoFocus
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
          <Button kind="main" type="submit" pending={signIn.isPending} unavailable={password === '' || wait > 0} describedBy="sign-in-why">
            {t('signIn.go')}
          </Button>
          {others}
          <span id="sign-in-why" className="muted">
            {wait > 0 ? t('signIn.wait', { count: wait }) : ''}
          </span>
        </div>
      </section>
    </form>
  );
}
