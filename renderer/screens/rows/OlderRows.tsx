import { useEffect, useEffectEvent, useRef } from 'react';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Rows.module.css';

/** How far below the window the next page is asked for, so that it is there when it is reached. */
const AHEAD = '0px 0px 600px 0px';

export interface OlderRowsProps {
  log: {
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: (how: { cancelRefetch: false }) => Promise<{ data: { pages: { rows: unknown[] }[] } | undefined }>;
  };
  /** What is shown already; `data-row` in the page has the number of each. */
  rows: readonly { seq: number }[];
}

/**
 * The next page: it comes while the end of the list is being reached. Who stands on the button instead, by keys, presses
 * it and gets the focus on the first row that came.
 */
export function OlderRows({ log, rows }: OlderRowsProps) {
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const focusFrom = useRef<number | null>(null);
  const { isFetchingNextPage, isFetchNextPageError } = log;
  async function more() {
    const { data } = await log.fetchNextPage({ cancelRefetch: false });
    announce(t('log.moreShown', { count: data?.pages.at(-1)?.rows.length ?? 0 }));
  }
  const reached = useEffectEvent(() => {
    const onButton = end.current?.contains(document.activeElement) ?? false;
    if (!onButton && !isFetchingNextPage && !isFetchNextPageError) void more();
  });
  const focusNew = useEffectEvent(() => {
    const first = focusFrom.current === null ? undefined : rows[focusFrom.current];
    if (!first) return;
    focusFrom.current = null;
    document.querySelector<HTMLElement>(`[data-row="${first.seq}"]`)?.focus();
  });
  const shown = rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every page that came is looked at anew.
  useEffect(() => {
    focusNew();
    const seen = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && reached(), {
      rootMargin: AHEAD,
    });
    if (end.current) seen.observe(end.current);
    return () => seen.disconnect();
  }, [shown]);
  return (
    <div ref={end} className={css.older}>
      <Button
        pending={isFetchingNextPage}
        onPress={() => {
          focusFrom.current = shown;
          void more();
        }}
      >
        {t('log.more')}
      </Button>
    </div>
  );
}
