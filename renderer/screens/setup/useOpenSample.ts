import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { useChangeOfPerson } from '../../frame/session.ts';

/** Opens the sample clinic; the window itself leads to its patients, from wherever nobody is signed in. */
export function useOpenSample() {
  const { orpc } = useApi();
  const changed = useChangeOfPerson();
  return useMutation(
    orpc.app.openSample.mutationOptions({
      onSuccess: changed,
    }),
  );
}
