import { CircleX, FolderClock, LogOut } from 'lucide-react';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import css from './Backups.module.css';
import { daysSince } from './backupWords.ts';
import { useMoment } from './useMoment.ts';

export interface RestoreConfirmProps {
  /** When the backup was made. */
  madeAt: string;
  onClose: () => void;
  onGo: () => void;
}

/** The last step before the records are exchanged: what is lost, what is kept, whom it concerns. */
export function RestoreConfirm({ madeAt, onClose, onGo }: RestoreConfirmProps) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const moment = useMoment()(madeAt);
  const { date, time } = inZone(madeAt, timeZone);
  const days = daysSince(madeAt, timeZone, today);
  return (
    <Dialog title={t('restore.confirm', { moment })} open onClose={onClose}>
      <dl className={css.effects}>
        <div>
          <dt className={css.lost}>
            <CircleX aria-hidden="true" />
            {t('restore.lost')}
          </dt>
          <dd>{days === 0 ? t('restore.lostToday', { time }) : t('restore.lostDays', { date: dateText(date), time, count: days })}</dd>
        </div>
        <div>
          <dt className={css.stays}>
            <FolderClock aria-hidden="true" />
            {t('restore.kept')}
          </dt>
          <dd>{t('restore.keptText')}</dd>
        </div>
        <div>
          <dt>
            <LogOut aria-hidden="true" />
            {t('restore.everybody')}
          </dt>
          <dd>{t('restore.everybodyText')}</dd>
        </div>
      </dl>
      <DialogFoot>
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button kind="main" onPress={onGo}>
          {t('restore.confirmGo', { moment })}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
