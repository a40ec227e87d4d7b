import { randomUUID } from 'node:crypto';
import type { NewPatient, Patient } from '#core/contract/patientShapes.ts';
import { similarNames } from '#core/domain/similarNames.ts';
import type { Sql } from '../database.ts';
import { recordKey } from '../nameKey.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';
import { patientColumns, UPDATE_COLUMNS } from './patientColumns.ts';
import { type PatientColumns, readPatientRows, toPatient } from './patientRows.ts';
import { searchPatients, soundAlike } from './patientSearch.ts';
import { similarPatients } from './similarPatients.ts';

/** How many of the same name the strip names. */
const TWINS = 3;
/** Among how many of the same sounds they are looked for. */
const TWINS_LOOKED_AT = 50;

type SeqRow = { seq: number };
const seqsOf = (rows: SeqRow[]) => rows.map((row) => row.seq);

/** The clinic's next own record number, `P-0001` and up, for a patient without one. */
function nextRecordNumber(sql: Sql): string {
  const row = sql.get<{ last: number | null }>(
    `SELECT max(CAST(substr(record_key, 3) AS INTEGER)) AS last FROM patient
     WHERE record_key >= 'p-' AND record_key < 'p.' AND record_key NOT GLOB 'p-*[^0-9]*' AND length(record_key) < 12`,
  );
  return `P-${String((row?.last ?? 0) + 1).padStart(4, '0')}`;
}

function refuseTaken(sql: Sql, recordNumber: string, id: string): void {
  if (sql.get('SELECT 1 FROM patient WHERE record_key = ? AND id <> ?', recordKey(recordNumber), id))
    throw new StoreRefusal(
      'recordNumberTaken',
      'Another patient has this record number. Look at that patient first, or correct the number.',
    );
}

function insertPatient(sql: Sql, patient: NewPatient, touched: number, id: string, actor: Actor): Patient {
  const columns = { ...patientColumns(sql, patient), id, rev: 1, added_at: actor.at, touched };
  const names = Object.keys(columns);
  sql.run(`INSERT INTO patient (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(columns));
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

export const patientCommands: Handlers<
  'patients.recent' | 'patients.search' | 'patients.similar' | 'patients.add' | 'patients.save' | 'patients.read' | 'patients.twins'
> = {
  'patients.recent': ({ sql }, { limit }) => ({
    rows: readPatientRows(sql, seqsOf(sql.all<SeqRow>('SELECT seq FROM patient ORDER BY touched DESC LIMIT ?', limit))),
    total: sql.get<{ total: number }>('SELECT count(*) AS total FROM patient')?.total ?? 0,
  }),

  'patients.search': ({ sql }, { text, limit }) => {
    const found = searchPatients(sql, text, limit);
    const why = [...found.values()];
    return readPatientRows(sql, [...found.keys()]).map((row, at) => ({ ...row, foundBy: why[at] ?? 'name' }));
  },

  'patients.similar': ({ sql }, input) => similarPatients(sql, input),

  'patients.add': ({ sql, audit }, given, actor) => {
    const patient: NewPatient = { ...given, recordNumber: given.recordNumber ?? nextRecordNumber(sql) };
    const id = randomUUID();
    refuseTaken(sql, patient.recordNumber, id);
    return insertPatient(sql, patient, audit.add('patient.add', id, actor), id, actor);
  },

  'patients.save': ({ sql, audit }, { id, rev, ...patient }, actor) => {
    const present = readPatient(sql, id);
    if (present.rev !== rev) return { conflict: true, rev: present.rev, theirs: present };
    refuseTaken(sql, patient.recordNumber, id);
    const columns = patientColumns(sql, patient);
    sql.run(`UPDATE patient SET ${UPDATE_COLUMNS}, rev = rev + 1 WHERE id = ?`, ...Object.values(columns), id);
    touchPatient(sql, id, audit.add('patient.save', id, actor));
    return readPatient(sql, id);
  },

  'patients.read': ({ sql, audit, views }, { id }, actor) => {
    const row = sql.get<SeqRow>('SELECT seq FROM patient WHERE id = ?', id);
    if (!row) return null;
    views.record(audit, 'patient.view', id, actor);
    return readPatientRows(sql, [row.seq])[0] ?? null;
  },

  'patients.twins': ({ sql }, { id }) => {
    const { name } = readPatient(sql, id);
    const twins = readPatientRows(sql, soundAlike(sql, name, { slips: false, limit: TWINS_LOOKED_AT })).filter(
      (row) => row.id !== id && similarNames(name, row.name) === 'same',
    );
    return {
      rows: twins.slice(0, TWINS).map(({ id: twin, name: other, recordNumber, age, relative, relativeIs, village }) => ({
        id: twin,
        name: other,
        recordNumber,
        age,
        ...(relative === undefined ? {} : { relative }),
        ...(relativeIs === undefined ? {} : { relativeIs }),
        ...(village === undefined ? {} : { village }),
      })),
      more: twins.length > TWINS,
    };
  },
};
