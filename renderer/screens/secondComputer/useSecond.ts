import { useQueryClient } from '@tanstack/react-query';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { useApi } from '../../client/api.ts';
import { announce } from '../../ui/announce.ts';

/** Takes over the state that a change gave back; `words` are said. */
export function useTakeSecond(): (state: SecondComputerState, words?: string) => void {
  const { orpc } = useApi();
  const queries = useQueryClient();
  return (state, words) => {
    queries.setQueryData(orpc.secondComputer.read.queryKey(), state);
    if (words !== undefined) announce(words);
  };
}
