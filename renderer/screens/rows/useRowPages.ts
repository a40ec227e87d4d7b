import type { ProcedureUtils } from '@orpc/tanstack-query';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Days, isBackwards } from './rowFilter.ts';

/** A procedure that gives the newest rows that fit, up to a page of them before row `before`. */
type RowList<Filter, Row> = Pick<
  ProcedureUtils<Record<never, never>, { filter: Filter; before: number | null }, { rows: Row[]; more: boolean }, Error>,
  'call' | 'infiniteOptions'
>;

/**
 * The rows that fit the filter, page by page. The rows before stay until the new ones are there. With `staleMs` the list is
 * asked for anew once what is known of it is older.
 */
export function useRowPages<Filter extends Days, Row extends { seq: number }>(
  list: RowList<Filter, Row>,
  filter: Filter,
  { staleMs }: { staleMs?: number } = {},
) {
  const query = useInfiniteQuery({
    ...list.infiniteOptions({
      input: (before: number | null) => ({ filter, before }),
      initialPageParam: null,
      getNextPageParam: ({ rows, more }) => (more ? (rows.at(-1)?.seq ?? null) : null),
    }),
    enabled: !isBackwards(filter),
    placeholderData: keepPreviousData,
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  return { query, rows };
}
