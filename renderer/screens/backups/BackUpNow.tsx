import { DatabaseBackup } from 'lucide-react';
import type { BackupProgress } from '#core/contract/backups.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Status } from '../../ui/Status.tsx';
import { useLate } from '../../ui/useLate.ts';
import form from '../Form.module.css';
import css from './Backups.module.css';
import type { useMakeBackup } from './useBackups.ts';

export interface BackUpNowProps {
  make: ReturnType<typeof useMakeBackup>;
  running: BackupProgress | null;
}

/** Makes a backup now; shows how far it is, whoever started it. */
export function BackUpNow({ make, running }: BackUpNowProps) {
  const t = useText();
  const late = useLate(make.isPending);
  const percent = Math.round((running?.done ?? 0) * 100);
  return (
    <>
      <div className={form.actions}>
        <Button kind="main" pending={make.isPending} onPress={() => make.mutate(undefined)}>
          <DatabaseBackup />
          {t('backups.make')}
        </Button>
        {make.isSuccess && !running ? (
          <Status kind="ok" large>
            {t('backups.made')}
          </Status>
        ) : null}
      </div>
      {running || late ? (
        <div className={css.progress}>
          <Progress
            label={t(`backups.phase.${running?.phase ?? 'copy'}`)}
            done={running?.done ?? null}
            {...(running ? { words: t('backups.percent', { percent }) } : {})}
          />
          <p className="muted">{t('backups.goOn')}</p>
        </div>
      ) : null}
      {make.error && !make.isPending ? (
        <div className={form.problem}>
          <Failure error={make.error} />
        </div>
      ) : null}
    </>
  );
}
