import type { PatientRow, Shared, SimilarPatient } from '#core/contract/patientShapes.ts';
import { readPhone } from '#core/domain/phone.ts';
import { similarNames, tellingWords } from '#core/domain/similarNames.ts';
import type { Sql } from '../database.ts';
import { recordKey, reversedPhone } from '../nameKey.ts';
import { readPatientRows } from './patientRows.ts';
import { soundAlike } from './patientSearch.ts';

/** How many who may be the same person are shown before one is added. */
const SHOWN = 10;
/** Among how many of the same sounds, and of nearly the same, the likeliest are looked for. */
const LOOKED_AT = 100;
/** How much each thing that two records share speaks for one person; a relative only counts beside the name. */
const WEIGHT: Record<Shared, number> = { record: 16, phone: 4, name: 4, similarName: 2, relative: 3 };
const PHONE_DIGITS = 10;

type SeqRow = { seq: number };
export interface Entered {
  name: string;
  recordNumber: string;
  phone?: string | undefined;
  relative?: string | undefined;
}

/** The digits that a complete number is found by; null while it is being typed. */
function phoneEndOf(phone: string | undefined): string | null {
  const reading = readPhone(phone ?? '');
  return reading.ok ? reversedPhone(reading.phone).slice(0, PHONE_DIGITS) : null;
}

function sharedWith(row: PatientRow, entered: Entered, end: string | null): Shared[] {
  const shares: Shared[] = [];
  if (entered.recordNumber.trim() !== '' && recordKey(row.recordNumber) === recordKey(entered.recordNumber)) shares.push('record');
  const names = similarNames(row.name, entered.name);
  if (names) shares.push(names === 'same' ? 'name' : 'similarName');
  if (end !== null && row.phone !== undefined && reversedPhone(row.phone).startsWith(end)) shares.push('phone');
  if (names && entered.relative && row.relative && similarNames(row.relative, entered.relative)) shares.push('relative');
  return shares;
}

const weightOf = (shares: readonly Shared[]) => shares.reduce((sum, each) => sum + WEIGHT[each], 0);

/** Patients who may be the one who is being entered, the likeliest first: the same record number, phone or name, or nearly the name. */
export function similarPatients(sql: Sql, entered: Entered): SimilarPatient[] {
  const end = phoneEndOf(entered.phone);
  const seqs = [
    ...sql.all<SeqRow>('SELECT seq FROM patient WHERE record_key = ?', recordKey(entered.recordNumber)),
    ...(end === null
      ? []
      : sql.all<SeqRow>(
          'SELECT seq FROM patient WHERE phone_reversed >= ? AND phone_reversed < ? ORDER BY seq DESC LIMIT ?',
          end,
          `${end}:`,
          SHOWN,
        )),
  ].map(({ seq }) => seq);
  const named = [
    ...soundAlike(sql, entered.name, { slips: false, limit: LOOKED_AT }),
    ...soundAlike(sql, tellingWords(entered.name).join(' '), { slips: true, limit: LOOKED_AT }),
  ];
  return readPatientRows(sql, [...new Set([...seqs, ...named])])
    .map((row) => ({ ...row, shares: sharedWith(row, entered, end) }))
    .filter(({ shares }) => shares.length > 0)
    .sort((a, b) => weightOf(b.shares) - weightOf(a.shares))
    .slice(0, SHOWN);
}
