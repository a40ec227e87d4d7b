import { DatabaseBackup, FileText, FolderLock, LogIn, MessagesSquare, Printer, Settings, UserRound, UsersRound } from 'lucide-react';
import { memo } from 'react';
import type { AuditGroup, AuditRow } from '#core/contract/audit.ts';
import { useText } from '../../text/useText.ts';
import css from './Log.module.css';
import { actionText } from './logWords.ts';

const ICONS: Record<AuditGroup, typeof LogIn> = {
  signIn: LogIn,
  patient: UserRound,
  consultation: MessagesSquare,
  handout: FileText,
  print: Printer,
  settings: Settings,
  users: UsersRound,
  backup: DatabaseBackup,
  store: FolderLock,
};

/** Who did what to what. */
export const LogRow = memo(function LogRow({ row }: { row: AuditRow }) {
  const t = useText();
  const Icon = ICONS[row.group];
  return (
    <>
      <span className={css.by}>{row.by ?? t('log.system')}</span>
      <span className={css.what}>
        <Icon aria-hidden="true" />
        <span>{actionText(row.action)}</span>
      </span>
      <span className={css.subject}>{row.subject}</span>
      <span className={css.seq}>{t('log.row', { seq: row.seq })}</span>
    </>
  );
});
