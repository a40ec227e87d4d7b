import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { Told } from '../ui/Told.tsx';
import { useStatus } from './session.ts';

/** What is wrong with the records although they can be used, as the backend says it: what it is, and what to do. */
export function StoreWarnings() {
  const t = useText();
  const { warnings } = useStatus();
  if (warnings.length === 0) return null;
  return (
    <aside aria-label={t('warnings.title')}>
      {warnings.map(({ fault, message }) => (
        <Banner key={fault} kind="warn" wide>
          <p>
            <Told text={message} />
          </p>
        </Banner>
      ))}
    </aside>
  );
}
