import { useMutation } from '@tanstack/react-query';
import type { UserRow } from '#core/contract/users.ts';
import { useApi } from '../../../client/api.ts';
import { useText } from '../../../text/useText.ts';
import { DialogForm } from './DialogForm.tsx';
import { useSent } from './useSent.ts';

/** Says what happens, then takes the way in away. */
export function RetirePerson({ person, onClose }: { person: UserRow; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const sent = useSent(onClose);
  const retire = useMutation(orpc.users.retire.mutationOptions({ onSuccess: ({ name }) => sent(t('people.retireDone', { name })) }));
  const { id, name, rev } = person;
  return (
    <DialogForm
      onSubmit={() => retire.mutate({ id, rev })}
      onClose={onClose}
      go={t('retire.go', { name })}
      pending={retire.isPending}
      error={retire.error}
    >
      <p>{t('retire.text', { name })}</p>
    </DialogForm>
  );
}
