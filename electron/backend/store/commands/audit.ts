import { AUDIT_ACTIONS, type AuditAction } from '#core/domain/auditActions.ts';
import type { AuditEntry, AuditQuery } from '../auditCommands.ts';
import type { Sql } from '../database.ts';
import type { Handlers } from './context.ts';

/** How many rows before the end tell how late it has been: a session with a wrong clock has fewer. */
const CLOCK_ROWS = 1000;

/** Ids of a patient and of everything that is hers. */
const HERS = `SELECT :patient UNION ALL SELECT id FROM consultation WHERE patient_id = :patient
  UNION ALL SELECT h.id FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE c.patient_id = :patient
  UNION ALL SELECT id FROM call_list WHERE patient_id = :patient
  UNION ALL SELECT j.id FROM print_job j JOIN handout_version h ON h.id = j.version_id JOIN consultation c ON c.id = h.consultation_id
    WHERE c.patient_id = :patient`;

/** A row as a person reads it: who it was, and the thing by the number or name under which she finds it again. */
const ENTRY = `SELECT a.seq, a.at, a.action, (SELECT name FROM user WHERE id = a.user_id) AS by, coalesce(
    (SELECT record_number FROM patient WHERE id = a.subject),
    (SELECT code FROM consultation WHERE id = a.subject),
    (SELECT c.code || ' v' || h.version FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE h.id = a.subject),
    (SELECT p.record_number FROM call_list l JOIN patient p ON p.id = l.patient_id WHERE l.id = a.subject),
    (SELECT c.code || ' v' || h.version FROM print_job j JOIN handout_version h ON h.id = j.version_id
      JOIN consultation c ON c.id = h.consultation_id WHERE j.id = a.subject),
    (SELECT name FROM user WHERE id = a.subject),
    (SELECT name FROM device WHERE id = a.subject)
  ) AS subject FROM audit a WHERE a.seq = ?`;

/** Rows between which everything of the asked days stands. Clocks go backwards, so other days may stand there too. */
function boundsOfDays(sql: Sql, { from, until }: AuditQuery): { lowest: number; highest: number } {
  if (from === undefined && until === undefined) return { lowest: 1, highest: Number.MAX_SAFE_INTEGER };
  const days = sql.get<{ lowest: number | null; highest: number | null }>(
    `WITH RECURSIVE day (d) AS (
       SELECT min(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) >= :from
       UNION ALL SELECT (SELECT min(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) > d) FROM day WHERE d IS NOT NULL AND d < :until
     )
     SELECT min((SELECT min(seq) FROM audit WHERE substr(at, 1, 10) = d)) AS lowest,
       max((SELECT max(seq) FROM audit WHERE substr(at, 1, 10) = d)) AS highest FROM day WHERE d <= :until`,
    { from: from?.slice(0, 10) ?? '', until: until?.slice(0, 10) ?? '9' },
  );
  return { lowest: days?.lowest ?? 0, highest: days?.highest ?? 0 };
}

/**
 * Numbers of the newest rows that match, `limit` of them. The index is named: of a clinic's million rows SQLite would rather
 * read each from the newest on, which is slow for what is rare.
 */
function matching(sql: Sql, { filter, before, limit }: { filter: AuditQuery; before: number; limit: number }): number[] {
  const { lowest, highest } = boundsOfDays(sql, filter);
  const common = {
    lowest,
    end: Math.min(before, highest + 1),
    from: filter.from ?? '',
    until: filter.until ?? '9',
    limit,
  };
  const rows = 'seq >= :lowest AND seq < :end AND at >= :from AND at < :until';
  const newest = 'ORDER BY seq DESC LIMIT :limit';
  const seqs = (where: string, values: Record<string, unknown>) =>
    sql.all<{ seq: number }>(`SELECT seq FROM audit ${where} AND ${rows} ${newest}`, { ...common, ...values }).map(({ seq }) => seq);
  const { userId, actions, patientId } = filter;
  if (patientId !== undefined) {
    const wanted = { patient: patientId, user: userId ?? null, actions: actions ? JSON.stringify(actions) : null };
    return seqs(
      `INDEXED BY audit_by_subject WHERE subject IS NOT NULL AND subject IN (${HERS}) AND (:user IS NULL OR user_id = :user)
         AND (:actions IS NULL OR action IN (SELECT value FROM json_each(:actions)))`,
      wanted,
    );
  }
  if (userId === undefined && actions === undefined) return seqs('WHERE 1', {});
  const of = userId === undefined ? 'INDEXED BY audit_by_action WHERE' : 'INDEXED BY audit_by_person WHERE user_id = :user AND';
  const person = userId === undefined ? {} : { user: userId };
  const known = actions ?? (Object.keys(AUDIT_ACTIONS) as AuditAction[]);
  const found = known.flatMap((action) => seqs(`${of} action = :action`, { ...person, action }));
  return found.sort((a, b) => b - a).slice(0, limit);
}

export const auditCommands: Handlers<'audit.add' | 'audit.list' | 'audit.page' | 'audit.latest'> = {
  'audit.add': ({ audit }, { action, subject }, actor) => {
    audit.add(action, subject, actor);
    return null;
  },

  'audit.list': ({ audit }, { afterSeq, limit }) => audit.list(afterSeq, limit),

  'audit.page': ({ sql, audit, views }, { filter, before, limit, purpose }, actor) => {
    if (purpose === 'view') views.record(audit, 'audit.view', null, actor);
    const found = matching(sql, { filter, before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
    const rows = found.slice(0, limit).flatMap((seq) => sql.all<AuditEntry>(ENTRY, seq));
    return { rows, more: found.length > limit };
  },

  'audit.latest': ({ sql }) =>
    sql.get<{ at: string | null }>('SELECT max(at) AS at FROM (SELECT at FROM audit ORDER BY seq DESC LIMIT ?)', CLOCK_ROWS)?.at ?? null,
};
