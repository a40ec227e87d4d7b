import { useCallback, useEffect, useState } from 'react';

/** The attribute of a mark at the end of something to be read. */
export const READ_MARK = 'data-read-mark';

/**
 * What has been before the reader: an end mark counts once it has been in the window. It tells how far one is and bars
 * nothing.
 */
export function useRead(): { read: ReadonlySet<string>; watch: (mark: HTMLElement | null) => (() => void) | undefined } {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [observer] = useState(
    () =>
      new IntersectionObserver((entries) => {
        const seen = entries.flatMap(({ isIntersecting, target }) => (isIntersecting ? (target.getAttribute(READ_MARK) ?? []) : []));
        if (seen.length > 0) setRead((before) => new Set([...before, ...seen]));
      }),
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const watch = useCallback(
    (mark: HTMLElement | null) => {
      if (!mark) return undefined;
      observer.observe(mark);
      return () => observer.unobserve(mark);
    },
    [observer],
  );
  return { read, watch };
}
