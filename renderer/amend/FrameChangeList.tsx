import { useText } from '../text/useText.ts';
import css from './amendAll.module.css';
import type { FrameChanges } from './useFrameChanges.ts';

/** What the next version says differently besides its answers; nothing when all of it is as before. */
export function FrameChangeList({ changes: { differences } }: { changes: FrameChanges }) {
  const t = useText();
  if (differences.length === 0) return null;
  return (
    <div>
      <p className="muted">{t('papers.also')}</p>
      <ul className={css.changes}>
        {differences.map(({ fact, before, after }) => (
          <li key={fact}>
            <div>
              <b>{t(`papers.fact.${fact}`)}</b>
              {before === undefined ? null : <p className={css.was}>{t('amendAll.from', { value: String(before) })}</p>}
              {after === undefined ? null : <p>{t('amendAll.to', { value: String(after) })}</p>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
