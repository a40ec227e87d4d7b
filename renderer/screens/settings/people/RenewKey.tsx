import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../client/api.ts';
import { useKeyToKeep } from '../../../frame/keyToKeep.ts';
import { useUser } from '../../../frame/session.ts';
import { useText } from '../../../text/useText.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import css from '../../Form.module.css';
import { OwnPasswordField } from '../../OwnPasswordField.tsx';
import { DialogForm } from './DialogForm.tsx';

function RenewForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const user = useUser();
  const keep = useKeyToKeep();
  const [ownPassword, setOwnPassword] = useState('');
  const [tried, setTried] = useState(false);
  const renew = useMutation(
    orpc.users.renewRecoveryKey.mutationOptions({
      onSuccess: ({ recoveryKey }) => {
        onClose();
        if (user) keep({ recoveryKey, userId: user.id, place: 'renewal' });
      },
    }),
  );
  return (
    <DialogForm
      onSubmit={() => {
        setTried(true);
        if (ownPassword) renew.mutate({ ownPassword });
      }}
      onClose={onClose}
      go={t('renew.go')}
      pending={renew.isPending}
      error={renew.error}
    >
      <Banner kind="warn">
        <p>{t('renew.warning')}</p>
      </Banner>
      <div className={css.fields}>
        <OwnPasswordField
          value={ownPassword}
          onChange={(next) => {
            setOwnPassword(next);
            if (renew.error) renew.reset();
          }}
          missing={tried && ownPassword === ''}
          refused={renew.error}
          autoFocus
        />
      </div>
    </DialogForm>
  );
}

/** The clinic's recovery key: a new one instead of the old. */
export function RenewKey() {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <section className={css.card} aria-labelledby="renew-key">
      <h2 id="renew-key">{t('renew.title')}</h2>
      <p>{t('renew.text')}</p>
      <div className={css.actions}>
        <Button onPress={() => setOpen(true)}>{t('renew.open')}</Button>
      </div>
      <Dialog title={t('renew.dialog')} open={open} onClose={() => setOpen(false)}>
        <RenewForm onClose={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}
