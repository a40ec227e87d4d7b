import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import form from '../../screens/Form.module.css';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChangeOfPerson } from '../session.ts';

export interface PinFormProps {
  person: { id: string; name: string };
  triesLeft: number;
  /** Other ways, beside the button. */
  others: ReactNode;
}

const ALL_TRIES = 3;

/** The PIN of whoever covered the window: it leads back to where she was. */
export function PinForm({ person, triesLeft, others }: PinFormProps) {
  const t = useText();
  const { orpc } = useApi();
  const changed = useChangeOfPerson();
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const uncover = useMutation(
    orpc.app.uncover.mutationOptions({
      onSuccess: changed,
      onError: async () => {
        field.current?.select();
        await changed();
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (pin && !uncover.isPending) uncover.mutate({ pin });
  }
  return (
    <form onSubmit={submit} noValidate>
      <section className={form.card} aria-labelledby="cover-who">
        <h2 id="cover-who">{person.name}</h2>
        <div className={form.fields}>
          <TextField
            ref={field}
            label={t('cover.pin', { name: person.name })}
            hint={t('cover.pinHint')}
            type="password"
            neverShown
            inputMode="numeric"
            autoFocus
            value={pin}
            onChange={(next) => {
              setPin(next);
              if (uncover.error) uncover.reset();
            }}
            error={uncover.error ? describeError(uncover.error) : undefined}
          />
        </div>
        {triesLeft < ALL_TRIES ? <p role="status">{t('cover.tries', { count: triesLeft })}</p> : null}
        <div className={form.actions}>
          <Button kind="main" type="submit" pending={uncover.isPending} unavailable={pin === ''}>
            {t('cover.back')}
          </Button>
          {others}
        </div>
      </section>
    </form>
  );
}
