import { useText } from '../text/useText.ts';
import { useLate } from './useLate.ts';
import css from './Waiting.module.css';

/** What stands in for content that is on its way; nothing at all while it comes quickly. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  const t = useText();
  const late = useLate(true);
  if (!late) return null;
  return (
    <div className={css.bars}>
      <p className="vh" role="status">
        {t('loading')}
      </p>
      {Array.from({ length: rows }, (_, index) => `bar ${index}`).map((bar) => (
        <div key={bar} className={css.bar} aria-hidden="true" />
      ))}
    </div>
  );
}
