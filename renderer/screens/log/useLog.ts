import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AuditFilter } from '#core/contract/audit.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { isBackwards } from './logSearch.ts';
import { byDay } from './logWords.ts';

/** The rows that fit the filter, page by page. The rows before stay until the new ones are there. */
export function useLog(filter: AuditFilter) {
  const { orpc } = useApi();
  const { timeZone } = useStatus();
  const log = useInfiniteQuery({
    ...orpc.audit.list.infiniteOptions({
      input: (before: number | null) => ({ filter, before }),
      initialPageParam: null,
      getNextPageParam: ({ rows, more }) => (more ? (rows.at(-1)?.seq ?? null) : null),
    }),
    enabled: !isBackwards(filter),
    placeholderData: keepPreviousData,
    // Each look is itself a row: what was read before is old.
    staleTime: 0,
  });
  const pages = log.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const days = useMemo(() => byDay(rows, timeZone), [rows, timeZone]);
  return { log, rows, days };
}
