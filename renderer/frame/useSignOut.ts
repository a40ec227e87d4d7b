import { useMutation } from '@tanstack/react-query';
import { useApi } from '../client/api.ts';
import { storeAnswersOf } from '../consult/answers/heldAnswers.ts';
import { useCover } from './cover/CoverContext.ts';
import { useChangeOfPerson, useUser } from './session.ts';

/** Signs out of this window, once what was typed is stored or can't be. */
export function useSignOut(): () => void {
  const { client } = useApi();
  const user = useUser();
  const { leave } = useCover();
  const changed = useChangeOfPerson();
  const signOut = useMutation({
    mutationFn: async () => {
      if (user) await storeAnswersOf(user);
      leave();
      await client.app.signOut();
    },
    onSettled: changed,
  });
  return () => signOut.mutate();
}
