import { memo } from 'react';
import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Tag } from '../../ui/Tag.tsx';
import log from '../log/Log.module.css';
import { byDay } from '../log/logWords.ts';
import { ACT_KINDS, actDetail } from './historyWords.ts';
import css from './PrintHistory.module.css';

const Row = memo(function Row({ row, time }: { row: PrintHistoryRow; time: string }) {
  const t = useText();
  const { act, by, patient, code, version, language, pages } = row;
  return (
    <li className={css.row} tabIndex={-1} data-row={row.seq}>
      <span className={css.time}>{time}</span>
      <span className={css.act}>
        <Tag kind={ACT_KINDS[act]}>{t(`history.act.${act}`)}</Tag>
        <small>{actDetail(row)}</small>
      </span>
      <span>
        <b>{patient.name}</b>
        <small className="nb">{patient.recordNumber}</small>
      </span>
      <span>
        {code}, {t('desk.version', { version })}
        <small>
          {t(`desk.language.${language}`)}, {t('desk.pages', { pages })}
        </small>
      </span>
      <span className={css.by}>{by ?? t('log.system')}</span>
    </li>
  );
});

/** The rows under their days, the newest first. */
export function HistoryRows({ rows }: { rows: readonly PrintHistoryRow[] }) {
  const t = useText();
  const { today, timeZone } = useStatus();
  return byDay(rows, timeZone).map(({ date, rows: those }) => {
    const day = dateText(date, { weekday: true });
    return (
      <section key={those[0]?.row.seq} className={log.day} aria-labelledby={`history-${those[0]?.row.seq}`}>
        <h2 id={`history-${those[0]?.row.seq}`}>{date === today ? t('log.today', { date: day }) : day}</h2>
        <ol className={log.rows}>
          {those.map(({ row, time }) => (
            <Row key={row.seq} row={row} time={time} />
          ))}
        </ol>
      </section>
    );
  });
}
