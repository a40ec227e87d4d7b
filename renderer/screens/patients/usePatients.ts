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
  const typing = typed.trim() !== '';
  // Until the first answer the recent ones stay: the list never goes away under the eyes.
  const searching = typing && search.data !== undefined;
  return {
    /** Whether an answer is on its way. */
    looking: typing && search.isFetching,
    /** Whether the rows are what was searched for. */
    searching,
    /** What was searched for, once the answer is there. */
    settled: text,
    rows: searching ? search.data : recent.data?.rows,
    total: recent.data?.total,
    error: typing ? search.error : recent.error,
    retry: () => void (typing ? search.refetch() : recent.refetch()),
  };
}
