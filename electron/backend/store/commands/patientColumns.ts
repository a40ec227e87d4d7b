import type { NewPatient } from '#core/contract/patientShapes.ts';
import { nameKey } from '#core/domain/names.ts';
import type { Sql } from '../database.ts';
import { recordKey, reversedPhone } from '../nameKey.ts';
import { wordIds } from './nameWords.ts';

/** What a patient's row holds of what was entered, with the keys by which she is found. The order is that of `UPDATE_COLUMNS`. */
export function patientColumns(sql: Sql, patient: NewPatient) {
  const { age } = patient;
  const phone = patient.phone || null;
  return {
    name: patient.name,
    name_key: nameKey(patient.name),
    record_number: patient.recordNumber,
    record_key: recordKey(patient.recordNumber),
    age_kind: age.kind,
    age_years: age.kind === 'told' ? age.years : null,
    age_told_on: age.kind === 'told' ? age.toldOn : null,
    born_on: age.kind === 'born' ? age.bornOn : null,
    phone,
    phone_reversed: phone === null ? null : reversedPhone(phone),
    phone_of: patient.phoneOf ?? null,
    phone_name: patient.phoneName ?? null,
    relative: patient.relative ?? null,
    relative_key: nameKey(patient.relative ?? ''),
    relative_is: patient.relativeIs ?? null,
    village: patient.village ?? null,
    named: JSON.stringify(patient.named ?? []),
    word_ids: JSON.stringify(wordIds(sql, patient.name, patient.relative ?? '')),
  };
}

type Column = keyof ReturnType<typeof patientColumns>;
const ORDER: readonly Column[] = [
  'name',
  'name_key',
  'record_number',
  'record_key',
  'age_kind',
  'age_years',
  'age_told_on',
  'born_on',
  'phone',
  'phone_reversed',
  'phone_of',
  'phone_name',
  'relative',
  'relative_key',
  'relative_is',
  'village',
  'named',
  'word_ids',
];
/** The columns of `patientColumns` as an UPDATE names them. */
export const UPDATE_COLUMNS = ORDER.map((column) => `${column} = ?`).join(', ');
