import { DatabaseBackup, FileText, FolderLock, LogIn, MessagesSquare, Printer, Settings, UserRound, UsersRound } from 'lucide-react';
import { memo } from 'react';
import type { AuditGroup, AuditRow } from '#core/contract/audit.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import css from './Log.module.css';
import { actionText, type DayOf } from './logWords.ts';

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

const Row = memo(function Row({ row, time }: { row: AuditRow; time: string }) {
  const t = useText();
  const Icon = ICONS[row.group];
  return (
    <li className={css.row} tabIndex={-1} data-row={row.seq}>
      <span className={css.time}>{time}</span>
      <span className={css.by}>{row.by ?? t('log.system')}</span>
      <span className={css.what}>
        <Icon aria-hidden="true" />
        <span>{actionText(row.action)}</span>
      </span>
      <span className={css.subject}>{row.subject}</span>
      <span className={css.seq}>{t('log.row', { seq: row.seq })}</span>
    </li>
  );
});

/** The rows under their days, the newest first. */
export function LogRows({ days }: { days: readonly DayOf<AuditRow>[] }) {
  const t = useText();
  const { today } = useStatus();
  return days.map(({ date, rows }) => {
    const day = dateText(date, { weekday: true });
    return (
      <section key={rows[0]?.row.seq} className={css.day} aria-labelledby={`log-${rows[0]?.row.seq}`}>
        <h2 id={`log-${rows[0]?.row.seq}`}>{date === today ? t('log.today', { date: day }) : day}</h2>
        <ol className={css.rows}>
          {rows.map(({ row, time }) => (
            <Row key={row.seq} row={row} time={time} />
          ))}
        </ol>
      </section>
    );
  });
}
