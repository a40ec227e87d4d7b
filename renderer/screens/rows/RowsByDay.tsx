import { type ComponentType, useId, useMemo } from 'react';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { cx } from '../../ui/cx.ts';
import css from './Rows.module.css';

interface Day<Row> {
  date: string;
  rows: { row: Row; time: string }[];
}

/** The rows under their days in the clinic's zone, in the order they came. A clock that was set back opens a day again. */
function byDay<Row extends { at: string }>(rows: readonly Row[], timeZone: string): Day<Row>[] {
  const days: Day<Row>[] = [];
  for (const row of rows) {
    const { date, time } = inZone(row.at, timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push({ row, time });
    else days.push({ date, rows: [{ row, time }] });
  }
  return days;
}

export interface RowsByDayProps<Row> {
  rows: readonly Row[];
  /** What a row says after its time of day, and the class that lays it out. */
  Row: ComponentType<{ row: Row }>;
  rowClass: string | undefined;
}

/** Rows under the days on which they happened, the newest first. */
export function RowsByDay<Row extends { seq: number; at: string }>({ rows, Row, rowClass }: RowsByDayProps<Row>) {
  const t = useText();
  const { today, timeZone } = useStatus();
  const id = useId();
  const days = useMemo(() => byDay(rows, timeZone), [rows, timeZone]);
  return days.map(({ date, rows: those }) => {
    const day = dateText(date, { weekday: true });
    const first = those[0]?.row.seq;
    return (
      <section key={first} className={css.day} aria-labelledby={`${id}-${first}`}>
        <h2 id={`${id}-${first}`}>{date === today ? t('log.today', { date: day }) : day}</h2>
        <ol className={css.rows}>
          {those.map(({ row, time }) => (
            <li key={row.seq} className={cx(css.row, rowClass)} tabIndex={-1} data-row={row.seq}>
              <span className={css.time}>{time}</span>
              <Row row={row} />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}
