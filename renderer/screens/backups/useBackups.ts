import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackupState } from '#core/contract/backups.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { isUrgent } from './reminders.ts';

/** The state of the backups; the event `backups` says when it has changed. A second computer isn't told. */
export function useBackups() {
  const { orpc } = useApi();
  const { device } = useStatus();
  return useQuery({ ...orpc.backups.read.queryOptions(), enabled: device === null });
}

/** Takes over the state that a change gave back. */
export function useTakeState(): (state: BackupState) => void {
  const { orpc } = useApi();
  const queries = useQueryClient();
  return (state) => queries.setQueryData(orpc.backups.read.queryKey(), state);
}

/** Makes a backup and checks it. */
export function useMakeBackup() {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const take = useTakeState();
  return useMutation(
    orpc.backups.make.mutationOptions({
      onSuccess: (state) => {
        take(state);
        announce(t('backups.made'));
      },
      // What went wrong is part of the state too.
      onError: () => queries.invalidateQueries({ queryKey: orpc.backups.read.key() }),
    }),
  );
}

/** The most urgent thing to do for the backups that concerns the person signed in here; undefined when there is none. */
export function useBackupReminder() {
  const cares = useHasRole('administrator', 'doctor');
  const backups = useBackups();
  return backups.data?.reminders.find((reminder) => cares || isUrgent(reminder));
}
