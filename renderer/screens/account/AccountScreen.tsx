import { useState } from 'react';
import { Screen } from '../../frame/Screen.tsx';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Status } from '../../ui/Status.tsx';
import css from '../Form.module.css';
import { LookCard } from './LookCard.tsx';
import { PasswordChange } from './PasswordChange.tsx';
import { PinCard } from './PinCard.tsx';

function PasswordCard() {
  const t = useText();
  const [done, setDone] = useState(false);
  return (
    <section className={css.card} aria-labelledby="account-password" onInput={() => setDone(false)}>
      <h2 id="account-password">{t('account.password')}</h2>
      <PasswordChange
        ownLabel={t('account.ownPassword')}
        ownHint={t('ownPassword.hint')}
        go={t('account.change')}
        onDone={() => {
          setDone(true);
          announce(t('account.changed'));
        }}
        others={
          done ? (
            <Status kind="ok" large>
              {t('account.changed')}
            </Status>
          ) : null
        }
      />
    </section>
  );
}

/** What each person does for herself: language and colours, her PIN, her password. */
export function AccountScreen() {
  const t = useText();
  const { user, sample } = useStatus();
  const roles = user?.roles.map((role) => t(`role.${role}`)).join(', ') ?? '';
  return (
    <Screen title={t('account.title')} lead={t('account.lead', { name: user?.name ?? '', roles })} narrow>
      <LookCard />
      {sample ? (
        <section className={css.card}>
          <p>{t('account.sample')}</p>
        </section>
      ) : (
        <>
          <PinCard />
          <PasswordCard />
        </>
      )}
    </Screen>
  );
}
