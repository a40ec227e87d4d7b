import { Check } from 'lucide-react';
import { useRef } from 'react';
import { Leaf } from '../frame/Leaf.tsx';
import { useText } from '../text/useText.ts';
import css from './patientScreen.module.css';
import { useFit } from './useFit.ts';

/** To try the screen with: is it the right one, and can she read it from where she sits? */
export function TestView() {
  const t = useText();
  const area = useRef<HTMLElement>(null);
  useFit(area);
  return (
    <main className={css.area} ref={area}>
      <div className={css.test}>
        <span className={css.tick} aria-hidden="true">
          <Check />
        </span>
        <h1>{t('patientScreen.test.title')}</h1>
        <p className={css.lead}>{t('patientScreen.test.read')}</p>
        <p className={css.note}>{t('patientScreen.test.small')}</p>
      </div>
    </main>
  );
}

/** Nothing but the program's mark. */
export function BlankView() {
  const t = useText();
  return (
    <main className={css.blank}>
      <h1 className={css.unseen}>{t('patientScreen.title')}</h1>
      <Leaf />
    </main>
  );
}

/** The doctor has closed it, and the browser has left the window open. */
export function ClosedView() {
  const t = useText();
  return (
    <main className={css.blank}>
      <h1 className={css.ended}>{t('patientScreen.closed')}</h1>
    </main>
  );
}
