import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import css from './Screen.module.css';

/** The window can't reach the program: what to do. */
export function NoWay({ reason }: { reason: 'noKey' | 'noConnection' }) {
  const t = useText();
  return (
    <main className={css.narrow}>
      <h1 className={css.title}>{t('app.name')}</h1>
      <Banner kind="bad" alert>
        <p>{t(`error.${reason}`)}</p>
      </Banner>
    </main>
  );
}
