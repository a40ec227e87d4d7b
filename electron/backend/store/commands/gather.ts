import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { Sql } from '../database.ts';
import type { PatientRecord } from '../rightsCommands.ts';
import { readClinicCopy } from './handouts.ts';
import { herRows, herTables } from './hers.ts';
import { readPatient } from './patients.ts';
import { intact, readPdf, readVersions } from './versions.ts';

type Row = Record<string, unknown>;

/** Tables that have a place of their own in an export. */
const WITH_A_PLACE: ReadonlySet<string> = new Set([
  'patient',
  'consultation',
  'answer',
  'handout_version',
  'clinic_copy',
  'paper_source',
  'other_language',
  'marked_copy',
  'amendment',
  'call_list',
  'call_try',
  // An index over an answer.
  'test_day',
  'consent',
  'follow_up',
]);
const opened = (json: unknown) => (typeof json === 'string' ? (JSON.parse(json) as unknown) : null);

function paperOf(sql: Sql, version: HandoutVersion): PatientRecord['visits'][number]['papers'][number] {
  const stored = sql.get<{ visit: string }>('SELECT visit FROM handout_version WHERE id = ?', version.id);
  const pdf = readPdf(sql, version.id);
  if (!stored || !pdf) throw new Error('A handout that was just read is gone.');
  const marked = sql.all<{ mark: string; madeAt: string; by: string; sha256: string; pdf: Uint8Array }>(
    `SELECT m.mark, m.made_at AS madeAt, u.name AS "by", m.sha256, m.pdf FROM marked_copy m JOIN user u ON u.id = m.user_id
     WHERE m.version_id = ? ORDER BY m.seq`,
    version.id,
  );
  return {
    version,
    visit: opened(stored.visit),
    pdf,
    clinicCopy: readClinicCopy(sql, version.id)?.pdf ?? null,
    marked: marked.map(({ mark, madeAt, by, ...bytes }) => ({ mark: opened(mark), madeAt, by, pdf: intact(bytes, 'marked paper') })),
  };
}

function visitOf(sql: Sql, row: { id: string; code: string; packHash: string }): PatientRecord['visits'][number] {
  const visit = sql.get<Row>(
    `SELECT c.id, c.code, k.pack_id AS topic, k.version AS topicVersion, c.pack_hash AS topicHash, c.visit_date AS visitDate, c.state,
       c.rev, c.opened, c.started_at AS startedAt, c.saved_at AS savedAt, f.code AS goesOnFrom
     FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
       LEFT JOIN follow_up u ON u.consultation_id = c.id LEFT JOIN consultation f ON f.id = u.from_id WHERE c.id = ?`,
    row.id,
  );
  const answers = sql.all<Row>(
    `SELECT a.key, a.value, a.rev, u.name AS "by", a.saved_at AS savedAt
     FROM answer a JOIN user u ON u.id = a.user_id WHERE a.consultation_id = ? ORDER BY a.seq`,
    row.id,
  );
  return {
    code: row.code,
    visit: { ...visit, opened: opened(visit?.opened) },
    answers: answers.map((answer) => ({ ...answer, value: opened(answer.value) })),
    papers: readVersions(sql, row.id).map((version) => paperOf(sql, version)),
    approvals: sql.all<Row>(
      'SELECT pack_version AS topicVersion, pack_hash AS topicHash, language, by_name AS "by", at FROM approval WHERE pack_hash = ? ORDER BY seq',
      row.packHash,
    ),
  };
}

/** Everything that the records hold of a patient. Throws `notFound`, and `databaseDamaged` when a paper's bytes have changed. */
export function gatherPatient(sql: Sql, patientId: string): PatientRecord {
  const patient = readPatient(sql, patientId);
  const tables = herTables(sql);
  const visits = sql.all<{ id: string; code: string; packHash: string }>(
    'SELECT id, code, pack_hash AS packHash FROM consultation WHERE patient_id = ? ORDER BY seq',
    patientId,
  );
  const ids = tables.flatMap((table) => herRows(sql, table, patientId).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
  return {
    patient,
    visits: visits.map((row) => visitOf(sql, row)),
    calls: sql.all<Row>(
      `SELECT c.code, l.why, l.added_at AS addedAt, t.outcome, t.at, u.name AS "by"
       FROM call_list l LEFT JOIN consultation c ON c.id = l.consultation_id LEFT JOIN call_try t ON t.call_id = l.id
         LEFT JOIN user u ON u.id = t.user_id WHERE l.patient_id = ? ORDER BY l.seq, t.seq`,
      patientId,
    ),
    consents: sql.all<Row>(
      `SELECT c.state, c.how, c.language, c.read_by AS readBy, c.notice_hash AS notice, u.name AS "by", c.at
       FROM consent c JOIN user u ON u.id = c.user_id WHERE c.patient_id = ? ORDER BY c.seq`,
      patientId,
    ),
    notices: sql
      .all<Row>(
        'SELECT hash, language, words FROM notice WHERE hash IN (SELECT notice_hash FROM consent WHERE patient_id = ?) ORDER BY hash',
        patientId,
      )
      .map((notice) => ({ ...notice, words: opened(notice.words) })),
    further: Object.fromEntries(
      tables
        .filter(({ table }) => !WITH_A_PLACE.has(table))
        .map((table) => [table.table, herRows(sql, table, patientId)] as const)
        .filter(([, rows]) => rows.length > 0),
    ),
    log: sql.all<Row>(
      `SELECT a.seq AS number, a.at, coalesce(u.name, a.user_id) AS "by", a.action, a.subject
       FROM audit a LEFT JOIN user u ON u.id = a.user_id WHERE a.subject IN (SELECT value FROM json_each(?)) ORDER BY a.seq`,
      JSON.stringify([...new Set(ids)]),
    ),
  };
}
