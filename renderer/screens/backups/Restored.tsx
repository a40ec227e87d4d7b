import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import form from '../Form.module.css';
import css from './Backups.module.css';
import { useMoment } from './useMoment.ts';

export interface RestoredProps {
  restoredFrom: string;
  /** Folder with what was there before; null where nothing was. */
  keptAt: string | null;
  onGo: () => void;
}

/** The records are back: of when they are, and where the state before lies. */
export function Restored({ restoredFrom, keptAt, onGo }: RestoredProps) {
  const t = useText();
  const moment = useMoment();
  return (
    <>
      <Banner kind="ok">
        <p>{t('restore.doneText', { moment: moment(restoredFrom) })}</p>
      </Banner>
      {keptAt === null ? null : (
        <div className={css.kept}>
          <p>{t('restore.keptAt')}</p>
          <p>
            <code className={css.path}>{keptAt}</code>
          </p>
          <p>{t('restore.keptNote')}</p>
        </div>
      )}
      <div className={form.actions}>
        <Button kind="main" onPress={onGo}>
          {t('restore.signIn')}
        </Button>
      </div>
    </>
  );
}
