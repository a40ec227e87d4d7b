import { Link } from '@tanstack/react-router';
import { useText } from '../text/useText.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Screen } from './Screen.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useText();
  return (
    <Screen title={t('notFound.title')} narrow>
      <p>
        <Link to="/" className={buttonClass({ kind: 'main' })}>
          {t('nav.allPatients')}
        </Link>
      </p>
    </Screen>
  );
}
