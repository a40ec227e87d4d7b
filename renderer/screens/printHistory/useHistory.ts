import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PrintHistoryFilter } from '#core/contract/printHistory.ts';
import { useApi } from '../../client/api.ts';
import { isBackwards } from './historySearch.ts';

/** What fits the filter, page by page. The rows before stay until the new ones are there. */
export function useHistory(filter: PrintHistoryFilter) {
  const { orpc } = useApi();
  const history = useInfiniteQuery({
    ...orpc.printHistory.list.infiniteOptions({
      input: (before: number | null) => ({ filter, before }),
      initialPageParam: null,
      getNextPageParam: ({ rows, more }) => (more ? (rows.at(-1)?.seq ?? null) : null),
    }),
    enabled: !isBackwards(filter),
    placeholderData: keepPreviousData,
  });
  const pages = history.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  return { history, rows };
}
