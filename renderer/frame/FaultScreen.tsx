import type { Status } from '#core/contract/shapes.ts';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import css from './Screen.module.css';
import { useScreenTitle } from './useScreenTitle.ts';

/** The clinic's store is there and can't be used: which fault, and what to do. */
export function FaultScreen({ fault }: { fault: NonNullable<Status['fault']> }) {
  const t = useText();
  const heading = useScreenTitle(t('fault.title'));
  return (
    <main className={css.narrow}>
      <h1 ref={heading} tabIndex={-1} className={css.title}>
        {t('fault.title')}
      </h1>
      <Banner kind="bad" alert>
        <p>{fault.message}</p>
      </Banner>
      <p className={css.after}>{t('fault.code', { fault: fault.fault })}</p>
    </main>
  );
}
