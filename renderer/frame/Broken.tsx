import { Link } from '@tanstack/react-router';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import css from './Screen.module.css';

/** A screen that failed in the window itself. What was saved is kept. */
export function Broken({ reset }: { reset: () => void }) {
  const t = useText();
  return (
    <main className={css.narrow}>
      <h1 className={css.title}>{t('broken.title')}</h1>
      <Banner
        kind="bad"
        alert
        actions={
          <Link to="/" className={buttonClass()} onClick={reset}>
            {t('nav.allPatients')}
          </Link>
        }
      >
        <p>{t('error.unexpected')}</p>
      </Banner>
    </main>
  );
}
