import { randomUUID } from 'node:crypto';
import type { NewPatient, Patient } from '#core/contract/shapes.ts';
import type { Sql } from '../database.ts';
import { nameKey, nameSound, nameWords, recordKey, reversedPhone, reversedPhoneEnd } from '../nameKey.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';
import { type PatientColumns, readPatientRows, toPatient } from './patientRows.ts';

/** How many same or nearly same patients are shown before one is added. */
const SIMILAR = 10;
/** Above every character that a record number can hold. */
const LAST = '\u{10FFFF}';

type SeqRow = { seq: number };
const seqsOf = (rows: SeqRow[]) => rows.map((row) => row.seq);

function byRecord(sql: Sql, text: string, limit: number): number[] {
  const key = recordKey(text);
  return seqsOf(
    sql.all<SeqRow>(
      'SELECT seq FROM patient WHERE record_key >= ? AND record_key < ? ORDER BY record_key LIMIT ?',
      key,
      `${key}${LAST}`,
      limit,
    ),
  );
}

function byPhoneEnd(sql: Sql, text: string, limit: number): number[] {
  const end = reversedPhoneEnd(text);
  if (end === null) return [];
  return seqsOf(
    sql.all<SeqRow>(
      'SELECT seq FROM patient WHERE phone_reversed >= ? AND phone_reversed < ? ORDER BY seq DESC LIMIT ?',
      end,
      `${end}:`,
      limit,
    ),
  );
}

/** Every typed word begins a word of the name; the newest patients first. */
function byName(sql: Sql, text: string, limit: number): number[] {
  const words = nameWords(text);
  if (words.length === 0) return [];
  const query = words.map((word) => `"${word}"*`).join(' ');
  return seqsOf(
    sql.all<SeqRow>('SELECT rowid AS seq FROM patient_name WHERE patient_name MATCH ? ORDER BY rowid DESC LIMIT ?', query, limit),
  );
}

function insertPatient(sql: Sql, patient: NewPatient, touched: number, id: string, actor: Actor): Patient {
  const { age } = patient;
  const phone = patient.phone || null;
  sql.run(
    `INSERT INTO patient (id, rev, name, name_key, name_sound, record_number, record_key, age_kind, age_years, age_told_on,
       born_on, phone, phone_reversed, relative, added_at, touched) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    patient.name,
    nameKey(patient.name),
    nameSound(patient.name),
    patient.recordNumber,
    recordKey(patient.recordNumber),
    age.kind,
    age.kind === 'told' ? age.years : null,
    age.kind === 'told' ? age.toldOn : null,
    age.kind === 'born' ? age.bornOn : null,
    phone,
    phone === null ? null : reversedPhone(phone),
    patient.relative ?? null,
    actor.at,
    touched,
  );
  return readPatient(sql, id);
}

/** Throws `notFound`. */
export function readPatient(sql: Sql, id: string): Patient {
  const row = sql.get<PatientColumns>('SELECT * FROM patient WHERE id = ?', id);
  if (!row) throw new StoreRefusal('notFound', 'This patient isn’t in the records.');
  return toPatient(row);
}

/** Brings a patient to the top of "recent". `auditSeq` is the number of the row that says why. */
export function touchPatient(sql: Sql, id: string, auditSeq: number): void {
  sql.run('UPDATE patient SET touched = ? WHERE id = ?', auditSeq, id);
}

export const patientCommands: Handlers<'patients.recent' | 'patients.search' | 'patients.similar' | 'patients.add' | 'patients.read'> = {
  'patients.recent': ({ sql }, { limit }) => ({
    rows: readPatientRows(sql, seqsOf(sql.all<SeqRow>('SELECT seq FROM patient ORDER BY touched DESC LIMIT ?', limit))),
    total: sql.get<{ total: number }>('SELECT count(*) AS total FROM patient')?.total ?? 0,
  }),

  'patients.search': ({ sql }, { text, limit }) => {
    if (text.trim() === '') return [];
    const found = new Set([...byRecord(sql, text, limit), ...byPhoneEnd(sql, text, limit), ...byName(sql, text, limit)]);
    return readPatientRows(sql, [...found].slice(0, limit));
  },

  'patients.similar': ({ sql }, { name, recordNumber }) => {
    const sound = nameSound(name);
    const sameRecord = sql.all<SeqRow>('SELECT seq FROM patient WHERE record_key = ?', recordKey(recordNumber));
    const sameSound =
      sound === '' ? [] : sql.all<SeqRow>('SELECT seq FROM patient WHERE name_sound = ? ORDER BY seq DESC LIMIT ?', sound, SIMILAR);
    return readPatientRows(sql, [...new Set(seqsOf([...sameRecord, ...sameSound]))].slice(0, SIMILAR));
  },

  'patients.add': ({ sql, audit }, patient, actor) => {
    if (sql.get('SELECT 1 FROM patient WHERE record_key = ?', recordKey(patient.recordNumber)))
      throw new StoreRefusal(
        'recordNumberTaken',
        'Another patient has this record number. Look at that patient first, or correct the number.',
      );
    const id = randomUUID();
    return insertPatient(sql, patient, audit.add('patient.add', id, actor), id, actor);
  },

  'patients.read': ({ sql, audit, views }, { id }, actor) => {
    const row = sql.get<SeqRow>('SELECT seq FROM patient WHERE id = ?', id);
    if (!row) return null;
    views.record(audit, 'patient.view', id, actor);
    return readPatientRows(sql, [row.seq])[0] ?? null;
  },
};
