import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import css from './Busy.module.css';
import { useLate } from './useLate.ts';

/**
 * A line at the upper edge of the window, over dialogs too, while the program works on anything asked of it for longer
 * than a moment. What is worked on says so itself, with words and, where it is known, how far it is; used once.
 */
export function Busy() {
  const sent = useIsMutating();
  const asked = useIsFetching();
  const late = useLate(sent + asked > 0);
  if (!late) return null;
  return createPortal(
    <div className={css.busy} aria-hidden="true" data-busy>
      <span />
    </div>,
    document.body,
  );
}
