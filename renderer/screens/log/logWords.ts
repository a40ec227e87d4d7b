import { AUDIT_ACTIONS, type AuditAction } from '#core/domain/auditActions.ts';
import { inZone } from '../../text/dates.ts';
import { translate } from '../../text/i18n.ts';

/** What was done, as a sentence; an action that this version doesn't know says so. */
export function actionText(action: string): string {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? translate(`log.action.${action as AuditAction}`) : translate('log.unknown');
}

/** Rows of one day, each with its time of day. */
export interface DayOf<Row> {
  date: string;
  rows: { row: Row; time: string }[];
}

/** The rows under their days in the clinic's zone, in the order they came. A clock that was set back opens a day again. */
export function byDay<Row extends { at: string }>(rows: readonly Row[], timeZone: string): DayOf<Row>[] {
  const days: DayOf<Row>[] = [];
  for (const row of rows) {
    const { date, time } = inZone(row.at, timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push({ row, time });
    else days.push({ date, rows: [{ row, time }] });
  }
  return days;
}
