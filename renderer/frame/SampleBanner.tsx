import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useStatus } from './session.ts';
import { useSignOut } from './useSignOut.ts';

/** Says that this is the sample clinic, and leads out of it. */
export function SampleBanner() {
  const t = useText();
  const { sample, state } = useStatus();
  const leave = useSignOut();
  if (!sample || state !== 'open') return null;
  return (
    <aside aria-label={t('sample.title')}>
      <Banner kind="info" wide actions={<Button onPress={leave}>{t('sample.leave')}</Button>}>
        <p>
          <b>{t('sample.title')}</b> {t('sample.text')}
        </p>
      </Banner>
    </aside>
  );
}
