import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../client/api.ts';
import { announce } from '../../../ui/announce.ts';

/** After a change of people: the list is asked anew, what was done is said, the dialog closes. */
export function useSent(onClose: () => void): (words: string) => Promise<void> {
  const { orpc } = useApi();
  const queries = useQueryClient();
  return async (words) => {
    onClose();
    announce(words);
    // A change of one's own name or roles shows in the head, too.
    await Promise.all([orpc.users.key(), orpc.app.status.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}
