import type { NamedPerson, Patient, PatientRow, PhoneOf, Relation } from '#core/contract/patientShapes.ts';
import type { Place } from '#core/contract/shapes.ts';
import type { Sql } from '../database.ts';

export interface PatientColumns {
  id: string;
  rev: number;
  name: string;
  record_number: string;
  age_kind: 'told' | 'born';
  age_years: number;
  age_told_on: string;
  born_on: string;
  phone: string | null;
  phone_of: PhoneOf | null;
  phone_name: string | null;
  relative: string | null;
  relative_is: Relation | null;
  village: string | null;
  named: string;
  added_at: string;
}

interface LastVisitColumns {
  seq: number;
  visit_id: string | null;
  visit_state: 'draft' | 'final';
  visit_place: string | null;
  visit_saved_at: string;
  visit_version: number | null;
}

export function toPatient(row: PatientColumns): Patient {
  const named = JSON.parse(row.named) as NamedPerson[];
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    recordNumber: row.record_number,
    age: row.age_kind === 'told' ? { kind: 'told', years: row.age_years, toldOn: row.age_told_on } : { kind: 'born', bornOn: row.born_on },
    addedAt: row.added_at,
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.phone_of === null ? {} : { phoneOf: row.phone_of }),
    ...(row.phone_name === null ? {} : { phoneName: row.phone_name }),
    ...(row.relative === null ? {} : { relative: row.relative }),
    ...(row.relative_is === null ? {} : { relativeIs: row.relative_is }),
    ...(row.village === null ? {} : { village: row.village }),
    ...(named.length === 0 ? {} : { named }),
  };
}

/** Patients by their ids. */
export function readPatients(sql: Sql, ids: readonly string[]): ReadonlyMap<string, Patient> {
  const rows = sql.all<PatientColumns>('SELECT * FROM patient WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, toPatient(row)]));
}

export function toPlace(json: string | null): Place | null {
  return json === null ? null : (JSON.parse(json) as Place);
}

function toPatientRow(row: PatientColumns & LastVisitColumns): PatientRow {
  return {
    ...toPatient(row),
    lastVisit:
      row.visit_id === null
        ? null
        : {
            consultationId: row.visit_id,
            state: row.visit_state,
            section: toPlace(row.visit_place)?.section ?? null,
            savedAt: row.visit_saved_at,
            version: row.visit_version,
          },
  };
}

/** Patients by their `seq`, in the given order, each with the newest visit. */
export function readPatientRows(sql: Sql, seqs: readonly number[]): PatientRow[] {
  const rows = sql.all<PatientColumns & LastVisitColumns>(
    `SELECT p.*, c.id AS visit_id, c.state AS visit_state, c.place AS visit_place, c.saved_at AS visit_saved_at,
       (SELECT max(version) FROM handout_version WHERE consultation_id = c.id) AS visit_version
     FROM patient p LEFT JOIN consultation c ON c.seq = (SELECT max(seq) FROM consultation WHERE patient_id = p.id)
     WHERE p.seq IN (SELECT value FROM json_each(?))`,
    JSON.stringify(seqs),
  );
  const bySeq = new Map(rows.map((row) => [row.seq, toPatientRow(row)]));
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}
