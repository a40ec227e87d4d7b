import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../../client/api.ts';
import { useChangeOfPerson } from '../../frame/session.ts';

/** Opens the sample clinic and goes to its patients. */
export function useOpenSample() {
  const { orpc } = useApi();
  const changed = useChangeOfPerson();
  const navigate = useNavigate();
  return useMutation(
    orpc.app.openSample.mutationOptions({
      onSuccess: async () => {
        await changed();
        await navigate({ to: '/' });
      },
    }),
  );
}
