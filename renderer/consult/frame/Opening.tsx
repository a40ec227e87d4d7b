import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Told } from '../../ui/Told.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import type { Loading } from '../answers/useConsultation.ts';
import css from './frame.module.css';

/** What stands in the place of a consultation that isn't there yet, or can't be opened. */
export function Opening({ loading }: { loading: Exclude<Loading, { state: 'ready' }> }) {
  const t = useText();
  return (
    <main className={css.inner}>
      {loading.state === 'loading' ? (
        <Waiting rows={6} />
      ) : (
        <Banner kind="bad" alert actions={<Button onPress={loading.again}>{t('tryAgain')}</Button>}>
          <p>
            <b>{t('walk.loadFailed')}</b> <Told text={loading.message} />
          </p>
        </Banner>
      )}
    </main>
  );
}
