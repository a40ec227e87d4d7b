import { type RefObject, useEffect } from 'react';

/** Tells the styles how tall the strip is: what gets the focus stays clear of it while it stays on top. */
export function useStripHeight(strip: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const seen = new ResizeObserver(() => style.setProperty('--strip-height', `${strip.current?.offsetHeight ?? 0}px`));
    if (strip.current) seen.observe(strip.current);
    return () => {
      seen.disconnect();
      style.removeProperty('--strip-height');
    };
  }, [strip]);
}
