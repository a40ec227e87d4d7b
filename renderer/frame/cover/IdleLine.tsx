import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import css from './cover.module.css';

/** One quiet line: the window is about to be covered. It is read out once, not with every second. */
export function IdleLine({ seconds }: { seconds: number }) {
  const t = useText();
  const say = useEffectEvent(() => announce(t('cover.soon', { count: seconds })));
  useEffect(() => {
    say();
    return () => announce('');
  }, []);
  return createPortal(
    <div className={css.soon} data-react-aria-top-layer="true">
      <StatusIcon kind="waiting" />
      <span aria-hidden="true">{t('cover.soon', { count: seconds })}</span>
    </div>,
    document.body,
  );
}
