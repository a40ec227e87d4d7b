import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { useDebounced } from '../patients/useDebounced.ts';

const SETTLES_MS = 120;

/** Who is found by what was typed. `fresh`: the rows are the answer to it; before that they are those of a moment ago. */
export function useFound(typed: string) {
  const { orpc } = useApi();
  const wanted = typed.trim();
  const text = useDebounced(wanted, SETTLES_MS);
  const search = useQuery({
    ...orpc.patients.search.queryOptions({ input: { text } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  return {
    rows: search.data ?? [],
    fresh: wanted !== '' && text === wanted && search.data !== undefined && !search.isPlaceholderData,
    error: search.error,
    retry: () => void search.refetch(),
  };
}
