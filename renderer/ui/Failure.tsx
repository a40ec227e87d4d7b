import { describeError } from '../client/errors.ts';
import { useText } from '../text/useText.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Told } from './Told.tsx';

/** An error where the content would stand: what to do, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  return (
    <Banner kind="bad" alert actions={onRetry ? <Button onPress={onRetry}>{t('tryAgain')}</Button> : null}>
      <p>
        <Told text={describeError(error)} />
      </p>
    </Banner>
  );
}
