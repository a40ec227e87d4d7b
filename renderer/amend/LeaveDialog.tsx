import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogFoot } from '../ui/Dialog.tsx';

/** Asks before changes that are stored nowhere are thrown away. */
export function LeaveDialog({ count, onStay, onLeave }: { count: number; onStay: () => void; onLeave: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('amendAll.leaveTitle')} open onClose={onStay}>
      <p>{t('amendAll.leaveText', { count })}</p>
      <DialogFoot>
        <Button onPress={onLeave}>{t('amendAll.throwAway')}</Button>
        <Button kind="main" onPress={onStay} autoFocus>
          {t('amendAll.stay')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
