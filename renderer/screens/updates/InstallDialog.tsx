import { useMutation } from '@tanstack/react-query';
import { DatabaseBackup, FolderOpen, LogOut, TriangleAlert } from 'lucide-react';
import type { UpdateState } from '#core/contract/updates.ts';
import { compareReleases } from '#core/domain/update.ts';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { DialogForm } from '../settings/people/DialogForm.tsx';
import css from './Updates.module.css';

export interface InstallDialogProps {
  release: string;
  state: UpdateState;
  onClose: () => void;
}

/** What happens to whom, before the installer starts; the file to open where the program can't start it. */
export function InstallDialog({ release, state, onClose }: InstallDialogProps) {
  const t = useText();
  const { orpc } = useApi();
  const install = useMutation(orpc.updates.install.mutationOptions());
  const back = compareReleases(release, state.present) < 0;
  const title = t(back ? 'updates.confirmBack' : 'updates.confirm', { release });
  const go = state.startsInstaller ? t(back ? 'updates.goBack' : 'updates.go') : t('updates.show');
  if (install.data) {
    const { started, file } = install.data;
    return (
      <Dialog title={title} open onClose={onClose}>
        {started ? (
          <p role="status">{t('updates.started')}</p>
        ) : (
          <>
            <p>{t('updates.open')}</p>
            <p className={css.file}>{file}</p>
          </>
        )}
        <DialogFoot>
          <Button onPress={onClose} autoFocus>
            {t('close')}
          </Button>
        </DialogFoot>
      </Dialog>
    );
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <DialogForm onSubmit={() => install.mutate({ release })} onClose={onClose} go={go} pending={install.isPending} error={install.error}>
        <ul className={css.effects}>
          <li>
            <LogOut aria-hidden="true" />
            {t('updates.everybody')}
          </li>
          <li>
            {back ? <TriangleAlert aria-hidden="true" /> : <DatabaseBackup aria-hidden="true" />}
            {t(back ? 'updates.backWarning' : 'updates.backedUp')}
          </li>
          {state.startsInstaller ? null : (
            <li>
              <FolderOpen aria-hidden="true" />
              {t('updates.byHand')}
            </li>
          )}
        </ul>
      </DialogForm>
    </Dialog>
  );
}
