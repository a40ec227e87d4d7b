import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { useDebounced } from './useDebounced.ts';

const SETTLES_MS = 120;

/** The recent patients, or those found by `typed`. */
export function usePatients(typed: string) {
  const { orpc } = useApi();
  const text = useDebounced(typed.trim(), SETTLES_MS);
  const recent = useQuery(orpc.patients.recent.queryOptions());
  const search = useQuery({
    ...orpc.patients.search.queryOptions({ input: { text } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const searching = typed.trim() !== '';
  return {
    searching,
    /** What was searched for, once the answer is there. */
    settled: text,
    rows: searching ? search.data : recent.data?.rows,
    total: recent.data?.total,
    error: searching ? search.error : recent.error,
    retry: () => void (searching ? search.refetch() : recent.refetch()),
  };
}
