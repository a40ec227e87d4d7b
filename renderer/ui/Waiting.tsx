import { useEffect, useState } from 'react';
import { useText } from '../text/useText.ts';
import css from './Waiting.module.css';

const SHOWN_AFTER_MS = 300;

/** What stands in for content that is on its way; nothing at all while it comes quickly. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  const t = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
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
