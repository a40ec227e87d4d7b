import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import { actOf, TOLD_EVENTS } from '#core/domain/printActs.ts';
import type { PrintEvent, PrintOrder } from '#core/domain/printing.ts';
import type { PaperLanguage } from '#core/domain/text.ts';
import type { Handlers } from './context.ts';

interface Columns {
  seq: number;
  at: string;
  event: string;
  by: string | null;
  /** The last time before it that somebody asked for the paper. */
  asked: string | null;
  askedBy: string | null;
  patientId: string;
  name: string;
  recordNumber: string;
  code: string;
  version: number;
  language: PaperLanguage;
  pages: number;
}

/** The number of the event with which a paper was asked for last, at the time of event `e`. */
const LAST_ASKED = `(SELECT max(a.seq) FROM print_event a
  WHERE a.job_id = e.job_id AND a.seq <= e.seq AND json_extract(a.event, '$.kind') = 'asked')`;

/** Of one patient her jobs lead to the rows, of all of them the rows themselves, from the newest on. */
const HERS = `e.job_id IN (SELECT j2.id FROM print_job j2 JOIN handout_version h2 ON h2.id = j2.version_id
  JOIN consultation c2 ON c2.id = h2.consultation_id WHERE c2.patient_id = :patient)`;

const rowsWhere = (hers: boolean) => `SELECT f.seq, f.at, f.event, f.by, q.event AS asked,
    (SELECT name FROM user WHERE id = q.user_id) AS askedBy,
    p.id AS patientId, p.name, p.record_number AS recordNumber, c.code, h.version, h.language, h.pages
  FROM (
    SELECT e.seq, e.at, e.event, e.job_id, (SELECT name FROM user WHERE id = e.user_id) AS by, ${LAST_ASKED} AS askedSeq
    FROM print_event e
    WHERE ${hers ? `${HERS} AND` : ''} e.seq < :before AND e.at >= :from AND e.at < :until
      AND json_extract(e.event, '$.kind') IN (SELECT value FROM json_each(:kinds))
    ORDER BY e.seq DESC LIMIT :limit
  ) f LEFT JOIN print_event q ON q.seq = f.askedSeq
    JOIN print_job j ON j.id = f.job_id JOIN handout_version h ON h.id = j.version_id
    JOIN consultation c ON c.id = h.consultation_id JOIN patient p ON p.id = c.patient_id
  ORDER BY f.seq DESC`;

function toRow({ event: json, by, asked, askedBy, patientId, name, recordNumber, ...row }: Columns): PrintHistoryRow {
  const event = JSON.parse(json) as PrintEvent;
  const act = actOf(event);
  if (act === null) throw new Error('An event that the history does not tell was read for it.');
  const order = asked === null ? null : (JSON.parse(asked) as { order: PrintOrder }).order;
  return {
    ...row,
    act,
    by: event.kind === 'done' ? askedBy : by,
    patient: { id: patientId, name, recordNumber },
    order: order && event.kind !== 'elsewhere' ? { printer: order.printer, copies: order.copies } : null,
    reason: 'reason' in event ? event.reason : null,
    handed: event.kind === 'handedOver' ? { to: event.to, checked: event.checked } : null,
  };
}

export const printHistoryCommands: Handlers<'printing.history'> = {
  'printing.history': ({ sql, audit, views }, { filter, before, limit }, actor) => {
    const { patientId, kinds, from, until } = filter;
    if (patientId !== undefined) views.record(audit, 'patient.view', patientId, actor);
    const found = sql
      .all<Columns>(rowsWhere(patientId !== undefined), {
        before: before ?? Number.MAX_SAFE_INTEGER,
        from: from ?? '',
        until: until ?? '9',
        kinds: JSON.stringify(kinds ?? TOLD_EVENTS),
        limit: limit + 1,
        ...(patientId === undefined ? {} : { patient: patientId }),
      })
      .map(toRow);
    return { rows: found.slice(0, limit), more: found.length > limit };
  },
};
