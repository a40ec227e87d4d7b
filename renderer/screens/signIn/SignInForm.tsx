import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import form from '../Form.module.css';
import { useOpenSample } from '../setup/useOpenSample.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { PeopleList } from './PeopleList.tsx';

/** Choose a person, type the password. */
export function SignInForm({ onLost }: { onLost: () => void }) {
  const t = useText();
  const { users, device } = useStatus();
  const [userId, setUserId] = useState(users.length === 1 ? (users[0]?.id ?? null) : null);
  const person = users.find(({ id }) => id === userId);
  const sample = useOpenSample();
  return (
    <>
      {person ? (
        <PasswordForm
          person={person}
          others={
            users.length > 1 ? (
              <Button kind="quiet" onPress={() => setUserId(null)}>
                {t('signIn.back')}
              </Button>
            ) : null
          }
        />
      ) : (
        <section className={form.card} aria-labelledby="who">
          <h2 id="who">{t('signIn.who')}</h2>
          <PeopleList people={users} onChoose={setUserId} autoFocus labelledBy="who" />
        </section>
      )}
      {device ? (
        <div>
          <p className={form.actions}>{t('second.here', { name: device.name })}</p>
          <p>{t('second.whoHere')}</p>
        </div>
      ) : (
        <div className={form.actions}>
          <Button kind="quiet" onPress={onLost}>
            {t('signIn.lost')}
          </Button>
          <Button kind="quiet" pending={sample.isPending} onPress={() => sample.mutate(undefined)}>
            {t('start.sampleGo')}
          </Button>
          <Link to="/restore" className={buttonClass({ kind: 'quiet' })}>
            {t('restore.offer')}
          </Link>
        </div>
      )}
    </>
  );
}
