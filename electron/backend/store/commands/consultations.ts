import { randomUUID } from 'node:crypto';
import type { Consultation } from '#core/contract/shapes.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { Sql } from '../database.ts';
import { type Conflict, StoreRefusal } from '../store.ts';
import { insertAnswer } from './answerRows.ts';
import type { Handlers } from './context.ts';
import { storePackContent } from './packs.ts';
import { toPlace } from './patientRows.ts';
import { readPatient, touchPatient } from './patients.ts';

interface ConsultationColumns {
  id: string;
  code: string;
  patient_id: string;
  pack_id: string;
  version: string;
  pack_hash: string;
  visit_date: string;
  state: 'draft' | 'final';
  rev: number;
  place: string | null;
  opened: string;
  saved_at: string;
  from_id: string | null;
  from_code: string | null;
  from_date: string | null;
}

interface AnswerColumns {
  key: string;
  value: string;
  savedAt: string;
  userId: string;
}

const CONSULTATION = `SELECT c.*, k.pack_id, k.version, f.id AS from_id, f.code AS from_code, f.visit_date AS from_date
  FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
    LEFT JOIN follow_up u ON u.consultation_id = c.id LEFT JOIN consultation f ON f.id = u.from_id`;

function toConsultation(sql: Sql, row: ConsultationColumns): Omit<Consultation, 'answers'> {
  const pack: PackRef = { id: row.pack_id, version: row.version, hash: row.pack_hash };
  return {
    id: row.id,
    code: row.code,
    patient: readPatient(sql, row.patient_id),
    pack,
    visitDate: row.visit_date,
    state: row.state,
    rev: row.rev,
    place: toPlace(row.place),
    opened: JSON.parse(row.opened) as string[],
    ...(row.from_id === null || row.from_code === null || row.from_date === null
      ? {}
      : { followsOn: { id: row.from_id, code: row.from_code, visitDate: row.from_date } }),
    savedAt: row.saved_at,
  };
}

/** The latest row of each key in the order of saving, without answers that were taken back. */
function readAnswers(sql: Sql, consultationId: string): Consultation['answers'] {
  const rows = sql.all<AnswerColumns>(
    `SELECT key, value, saved_at AS savedAt, user_id AS userId FROM answer
     WHERE seq IN (SELECT max(seq) FROM answer WHERE consultation_id = ? GROUP BY key) AND value IS NOT NULL ORDER BY seq`,
    consultationId,
  );
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) as unknown }));
}

/** Throws `notFound`. */
export function consultationHead(
  sql: Sql,
  id: string,
): { code: string; patientId: string; state: 'draft' | 'final'; rev: number; opened: string } {
  const row = sql.get<{ code: string; patientId: string; state: 'draft' | 'final'; rev: number; opened: string }>(
    'SELECT code, patient_id AS patientId, state, rev, opened FROM consultation WHERE id = ?',
    id,
  );
  if (!row) throw new StoreRefusal('notFound', 'This consultation isn’t in the records.');
  return row;
}

function readConsultation(sql: Sql, id: string): Consultation | null {
  const row = sql.get<ConsultationColumns>(`${CONSULTATION} WHERE c.id = ?`, id);
  return row ? { ...toConsultation(sql, row), answers: readAnswers(sql, id) } : null;
}

/** The clash of a save with a later one of the same key; null when there is none. */
function clash(sql: Sql, id: string, key: string, seenRev: number, rev: number): Conflict | null {
  const latest = sql.get<{ value: string | null; rev: number }>(
    'SELECT value, rev FROM answer WHERE consultation_id = ? AND key = ? ORDER BY seq DESC LIMIT 1',
    id,
    key,
  );
  if (!latest || latest.rev <= seenRev) return null;
  return { conflict: true, rev, key, theirs: latest.value === null ? null : (JSON.parse(latest.value) as unknown) };
}

/** Throws `notFinal` unless the visit to go on from is a final one of this patient and topic. */
function refuseOtherVisit(sql: Sql, from: string, { patientId, packId }: { patientId: string; packId: string }): void {
  const found = sql.get(
    `${CONSULTATION} WHERE c.id = ? AND c.patient_id = ? AND k.pack_id = ? AND c.state = 'final'`,
    from,
    patientId,
    packId,
  );
  if (!found)
    throw new StoreRefusal(
      'notFinal',
      'A follow-up goes on from a final visit of the same patient and topic. Open her page and choose again.',
    );
}

export const consultationCommands: Handlers<
  'consultations.start' | 'consultations.read' | 'consultations.ofPatient' | 'consultations.saveAnswers' | 'consultations.savePlace'
> = {
  'consultations.start': ({ sql, audit }, { patientId, code, pack, packJson, visitDate, from, answers = [] }, actor) => {
    readPatient(sql, patientId);
    if (from !== undefined) refuseOtherVisit(sql, from, { patientId, packId: pack.id });
    if (sql.get('SELECT 1 FROM consultation WHERE code = ?', code))
      throw new StoreRefusal('codeTaken', 'This record code is in use. Start again.');
    storePackContent(sql, pack, packJson);
    const id = randomUUID();
    sql.run(
      `INSERT INTO consultation (id, code, patient_id, pack_hash, visit_date, state, rev, opened, started_at, saved_at)
       VALUES (?, ?, ?, ?, ?, 'draft', 1, '[]', ?, ?)`,
      id,
      code,
      patientId,
      pack.hash,
      visitDate,
      actor.at,
      actor.at,
    );
    if (from !== undefined) sql.run('INSERT INTO follow_up (consultation_id, from_id) VALUES (?, ?)', id, from);
    for (const { key, value } of answers) insertAnswer(sql, { consultationId: id, key, value, rev: 1 }, actor);
    touchPatient(sql, patientId, audit.add('consultation.start', id, actor));
    const started = readConsultation(sql, id);
    if (!started) throw new Error('A consultation that was just started is gone.');
    return started;
  },

  'consultations.read': ({ sql, audit, views }, { id }, actor) => {
    const consultation = readConsultation(sql, id);
    if (consultation) views.record(audit, 'consultation.view', id, actor);
    return consultation;
  },

  'consultations.ofPatient': ({ sql }, { patientId }) =>
    sql
      .all<ConsultationColumns>(`${CONSULTATION} WHERE c.patient_id = ? ORDER BY c.seq DESC`, patientId)
      .map((row) => toConsultation(sql, row)),

  'consultations.saveAnswers': ({ sql, audit }, { id, changes, rev: seenRev }, actor) => {
    const { state, rev, patientId } = consultationHead(sql, id);
    if (state === 'final') throw new StoreRefusal('alreadyFinal', 'This consultation is final; its answers don’t change any more.');
    for (const { key } of changes) {
      const conflict = clash(sql, id, key, seenRev, rev);
      if (conflict) return conflict;
    }
    for (const { key, value } of changes) insertAnswer(sql, { consultationId: id, key, value, rev: rev + 1 }, actor);
    sql.run('UPDATE consultation SET rev = ?, saved_at = ? WHERE id = ?', rev + 1, actor.at, id);
    touchPatient(sql, patientId, audit.add('consultation.answer', id, actor));
    return { rev: rev + 1, savedAt: actor.at };
  },

  'consultations.savePlace': ({ sql }, { id, place }) => {
    const { state, opened } = consultationHead(sql, id);
    if (state === 'final') return null;
    const sections = new Set(JSON.parse(opened) as string[]).add(place.section);
    sql.run('UPDATE consultation SET place = ?, opened = ? WHERE id = ?', JSON.stringify(place), JSON.stringify([...sections]), id);
    return null;
  },
};
