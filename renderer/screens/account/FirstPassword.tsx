import { Screen } from '../../frame/Screen.tsx';
import { useChangeOfPerson, useUser } from '../../frame/session.ts';
import { useSignOut } from '../../frame/useSignOut.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../Form.module.css';
import { PasswordChange } from './PasswordChange.tsx';

/** The password was chosen by an administrator: before anything else the person chooses her own. */
export function FirstPassword() {
  const t = useText();
  const user = useUser();
  const changed = useChangeOfPerson();
  const signOut = useSignOut();
  return (
    <Screen title={t('firstPassword.title')} lead={t('firstPassword.lead', { name: user?.name ?? '' })} narrow bare ownFocus>
      <section className={css.card} aria-label={t('firstPassword.title')}>
        <PasswordChange
          ownLabel={t('firstPassword.given')}
          ownHint={t('firstPassword.givenHint')}
          go={t('firstPassword.go')}
          onDone={() => void changed()}
          autoFocus
          others={
            <Button kind="quiet" onPress={signOut}>
              {t('nav.signOut')}
            </Button>
          }
        />
      </section>
    </Screen>
  );
}
