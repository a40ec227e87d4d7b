import { Link } from '@tanstack/react-router';
import { useText } from '../text/useText.ts';
import { FindButton } from './FindButton.tsx';
import css from './Head.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Leaf } from './Leaf.tsx';
import { useStatus } from './session.ts';
import { UserMenu } from './UserMenu.tsx';

/** The light head of a screen without a patient. Before anybody is signed in, and when `bare`, it holds the name alone. */
export function Head({ bare }: { bare?: boolean }) {
  const t = useText();
  const status = useStatus();
  const open = status.state === 'open' && !bare;
  const brand = (
    <>
      <Leaf />
      <span>{t('app.name')}</span>
    </>
  );
  return (
    <header className={css.head}>
      {open ? (
        <Link to="/" className={css.brand} title={t('nav.allPatients')}>
          {brand}
          <span className="vh">{t('nav.allPatients')}</span>
        </Link>
      ) : (
        <span className={css.brand}>{brand}</span>
      )}
      {status.clinicName ? <span className={css.clinic}>{status.clinicName}</span> : null}
      {open ? (
        <div className={css.end}>
          <FindButton />
          <UserMenu />
        </div>
      ) : (
        <div className={css.end}>
          <LanguageSwitch />
        </div>
      )}
    </header>
  );
}
