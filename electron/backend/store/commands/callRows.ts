import type { Call } from '#core/contract/calls.ts';
import type { NamedPerson, Patient } from '#core/contract/patientShapes.ts';
import { type CallWhy, inCallingOrder } from '#core/domain/calls.ts';
import { inZone } from '#core/domain/dates.ts';
import type { Sql } from '../database.ts';
import { readPatients } from './patientRows.ts';
import { type ResultsDue, resultsDue } from './resultsDue.ts';
import type { Today } from './today.ts';

/** An entry of the call list. */
export interface CallColumns {
  id: string;
  why: CallWhy;
  addedAt: string;
  patientId: string;
  consultationId: string | null;
}

/** Entries with the newest try. An entry whose version was replaced is done: the newer version has its own. */
export const CALL = `SELECT l.id, l.why, l.added_at AS addedAt, l.patient_id AS patientId, l.consultation_id AS consultationId
  FROM call_list l LEFT JOIN call_try t ON t.seq = (SELECT max(seq) FROM call_try WHERE call_id = l.id)`;
export const OPEN = `t.outcome IS NOT 'called' AND l.why IN ('paperChanged', 'asked')
  AND (l.version_id IS NULL OR l.version_id NOT IN (SELECT replaces_id FROM amendment))`;

/** Those whom she has named for something. */
export function namedFor(named: readonly NamedPerson[] | undefined, may: 'mayCollect' | 'mayBeCalled') {
  return (named ?? []).filter((person) => person[may]).map(({ name, relation }) => ({ name, relation }));
}

function toPerson({ id, name, recordNumber, age, phone, phoneOf, phoneName, named }: Patient): Pick<Call, 'patient' | 'mayBeCalled'> {
  const how = { ...(phone ? { phone } : {}), ...(phoneOf ? { phoneOf } : {}), ...(phoneName ? { phoneName } : {}) };
  return { patient: { id, name, recordNumber, age, ...how }, mayBeCalled: namedFor(named, 'mayBeCalled') };
}

/** A call that is looked up: an entry, or results that nobody has called about yet. */
type Listed = Pick<Call, 'id' | 'why' | 'day' | 'addedAt'> & { patientId: string };

/** Reads all that is told of these calls; gives what makes each of them. */
function readerOf(sql: Sql, listed: readonly Listed[]): (one: Listed) => Call {
  const patients = readPatients(sql, [...new Set(listed.map(({ patientId }) => patientId))]);
  const tries = Map.groupBy(
    sql.all<Call['tries'][number] & { id: string }>(
      `SELECT t.call_id AS id, t.outcome, u.name AS by, t.at FROM call_try t JOIN user u ON u.id = t.user_id
       WHERE t.call_id IN (SELECT value FROM json_each(?)) ORDER BY t.seq`,
      JSON.stringify(listed.map(({ id }) => id)),
    ),
    ({ id }) => id,
  );
  return ({ id, patientId, why, day, addedAt }) => {
    const patient = patients.get(patientId);
    if (!patient) throw new Error('A call names nobody of the records.');
    const hers = (tries.get(id) ?? []).map(({ outcome, by, at }) => ({ outcome, by, at }));
    return { id, ...toPerson(patient), why, day, state: hers.at(-1)?.outcome ?? 'waiting', addedAt, tries: hers };
  };
}

const addedOn = (row: CallColumns, { timeZone }: Today): Listed => ({ ...row, day: inZone(row.addedAt, timeZone).date });

/** Entries as calls of the day on which they were added, in their order. */
export function callsOf(sql: Sql, rows: readonly CallColumns[], today: Today): Call[] {
  const listed = rows.map((row) => addedOn(row, today));
  return listed.map(readerOf(sql, listed));
}

/** An entry as a call of the day on which it was added. */
export function callOf(sql: Sql, row: CallColumns, today: Today): Call {
  const listed = addedOn(row, today);
  return readerOf(sql, [listed])(listed);
}

/** The entries of due results that somebody tried to call about, and that aren't done, by the id of the visit. */
export function triedEntries(sql: Sql, consultationIds: readonly string[]): ReadonlyMap<string, CallColumns> {
  const rows = sql.all<CallColumns>(
    `${CALL} WHERE l.consultation_id IN (SELECT value FROM json_each(?)) AND l.why = 'resultsDue' AND t.outcome IS NOT 'called'
     ORDER BY l.seq`,
    JSON.stringify(consultationIds),
  );
  return new Map(rows.map((row) => [row.consultationId ?? '', row]));
}

/** Calls that are to be made, in the order of the day; to one patient where she is named. */
export function openCalls(sql: Sql, today: Today, patientId: string | null = null): Call[] {
  const entries = sql.all<CallColumns>(`${CALL} WHERE ${OPEN} AND (? IS NULL OR l.patient_id = ?) ORDER BY l.seq`, patientId, patientId);
  const due = resultsDue(sql, today, patientId);
  const tried = triedEntries(
    sql,
    due.map(({ consultationId }) => consultationId),
  );
  const listedOf = ({ consultationId, patientId: her, since }: ResultsDue): Listed => {
    const { id, addedAt } = tried.get(consultationId) ?? { id: consultationId, addedAt: null };
    return { id, addedAt, patientId: her, why: 'resultsDue', day: since };
  };
  const listed = [...entries.map((row) => addedOn(row, today)), ...due.map(listedOf)];
  return inCallingOrder(listed.map(readerOf(sql, listed)), today.today, today.timeZone);
}
