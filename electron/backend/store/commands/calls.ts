import { randomUUID } from 'node:crypto';
import type { Call } from '#core/contract/calls.ts';
import type { NamedPerson } from '#core/contract/patientShapes.ts';
import { type CallWhy, inCallingOrder } from '#core/domain/calls.ts';
import { inZone } from '#core/domain/dates.ts';
import type { CivilDate } from '#core/domain/text.ts';
import type { Sql } from '../database.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { type ResultsDue, resultsDue } from './resultsDue.ts';
import { type Today, todayOf } from './today.ts';

interface CallColumns {
  id: string;
  why: CallWhy;
  addedAt: string;
  patientId: string;
  consultationId: string | null;
}

/** Entries with the newest try. An entry whose version was replaced is done: the newer version has its own. */
const CALL = `SELECT l.id, l.why, l.added_at AS addedAt, l.patient_id AS patientId, l.consultation_id AS consultationId
  FROM call_list l LEFT JOIN call_try t ON t.seq = (SELECT max(seq) FROM call_try WHERE call_id = l.id)`;
const OPEN = `t.outcome IS NOT 'called' AND l.why IN ('paperChanged', 'asked')
  AND (l.version_id IS NULL OR l.version_id NOT IN (SELECT replaces_id FROM amendment))`;

/** Those whom she has named for something. */
export function namedFor(named: readonly NamedPerson[] | undefined, may: 'mayCollect' | 'mayBeCalled') {
  return (named ?? []).filter((person) => person[may]).map(({ name, relation }) => ({ name, relation }));
}

function personOf(sql: Sql, patientId: string): Pick<Call, 'patient' | 'mayBeCalled'> {
  const { id, name, recordNumber, age, phone, phoneOf, phoneName, named } = readPatient(sql, patientId);
  const how = { ...(phone ? { phone } : {}), ...(phoneOf ? { phoneOf } : {}), ...(phoneName ? { phoneName } : {}) };
  return { patient: { id, name, recordNumber, age, ...how }, mayBeCalled: namedFor(named, 'mayBeCalled') };
}

function toCall(sql: Sql, { id, why, addedAt, patientId }: CallColumns, day: CivilDate): Call {
  const tries = sql.all<Call['tries'][number]>(
    'SELECT t.outcome, u.name AS by, t.at FROM call_try t JOIN user u ON u.id = t.user_id WHERE t.call_id = ? ORDER BY t.seq',
    id,
  );
  return { id, ...personOf(sql, patientId), why, day, state: tries.at(-1)?.outcome ?? 'waiting', addedAt, tries };
}

const addedOn = (sql: Sql, row: CallColumns, { timeZone }: Today) => toCall(sql, row, inZone(row.addedAt, timeZone).date);

/** The entry of due results that somebody tried to call about, and that isn't done. */
function triedEntry(sql: Sql, consultationId: string): CallColumns | undefined {
  const open = "l.why = 'resultsDue' AND t.outcome IS NOT 'called'";
  return sql.get(`${CALL} WHERE l.consultation_id = ? AND ${open} ORDER BY l.seq DESC LIMIT 1`, consultationId);
}

function dueCall(sql: Sql, { consultationId, patientId, since }: ResultsDue): Call {
  const tried = triedEntry(sql, consultationId);
  if (tried) return toCall(sql, tried, since);
  return { id: consultationId, ...personOf(sql, patientId), why: 'resultsDue', day: since, state: 'waiting', addedAt: null, tries: [] };
}

/** Calls that are to be made, in the order of the day; to one patient where she is named. */
export function openCalls(sql: Sql, today: Today, patientId: string | null = null): Call[] {
  const listed = sql.all<CallColumns>(`${CALL} WHERE ${OPEN} AND (? IS NULL OR l.patient_id = ?) ORDER BY l.seq`, patientId, patientId);
  const due = resultsDue(sql, today, patientId);
  return inCallingOrder(
    [...listed.map((row) => addedOn(sql, row, today)), ...due.map((each) => dueCall(sql, each))],
    today.today,
    today.timeZone,
  );
}

type NewCall =
  | { why: 'paperChanged'; patientId: string; consultationId: string; versionId: string }
  | { why: 'resultsDue'; patientId: string; consultationId: string }
  | { why: 'asked' | 'spoke'; patientId: string };

/** Puts her on the list of those to be called; gives the entry's id. */
export function addCall(sql: Sql, call: NewCall, actor: Actor): string {
  const id = randomUUID();
  sql.run(
    'INSERT INTO call_list (id, patient_id, why, consultation_id, version_id, user_id, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    call.patientId,
    call.why,
    'consultationId' in call ? call.consultationId : null,
    'versionId' in call ? call.versionId : null,
    actor.userId,
    actor.at,
  );
  return id;
}

function addTry(sql: Sql, id: string, outcome: 'called' | 'notReached', actor: Actor): void {
  sql.run('INSERT INTO call_try (call_id, outcome, user_id, at) VALUES (?, ?, ?, ?)', id, outcome, actor.userId, actor.at);
}

const readEntry = (sql: Sql, id: string) => sql.get<CallColumns>(`${CALL} WHERE l.id = ?`, id);

function mustRead(sql: Sql, id: string): CallColumns {
  const row = readEntry(sql, id);
  if (!row) throw new StoreRefusal('notFound', 'This call isn’t in the list any more. Look at the list again.');
  return row;
}

/** The entry that an id names; one is made for results that nobody has called about yet. */
function entryOf(sql: Sql, id: string, today: Today, actor: Actor): CallColumns {
  const visit = sql.get<{ patientId: string }>("SELECT patient_id AS patientId FROM consultation WHERE id = ? AND state = 'final'", id);
  if (!visit) return mustRead(sql, id);
  const due = resultsDue(sql, today, visit.patientId).find(({ consultationId }) => consultationId === id);
  if (!due) return mustRead(sql, id);
  return triedEntry(sql, id) ?? mustRead(sql, addCall(sql, { why: 'resultsDue', patientId: visit.patientId, consultationId: id }, actor));
}

export const callCommands: Handlers<'calls.list' | 'calls.record' | 'calls.add' | 'calls.spoke'> = {
  'calls.list': ({ sql }, { calledSince }, actor) => {
    const today = todayOf(sql, actor);
    const called = sql.all<CallColumns>(`${CALL} WHERE t.outcome = 'called' AND t.at >= ? ORDER BY t.seq DESC`, calledSince);
    return [...openCalls(sql, today), ...called.map((row) => addedOn(sql, row, today))];
  },

  'calls.record': ({ sql, audit }, { id, outcome }, actor) => {
    const today = todayOf(sql, actor);
    const entry = entryOf(sql, id, today, actor);
    if (entry.why === 'spoke') throw new StoreRefusal('notNow', 'She called by herself: there is nothing to put back on the list.');
    addTry(sql, entry.id, outcome, actor);
    audit.add('call.record', entry.id, actor);
    return addedOn(sql, entry, today);
  },

  'calls.add': ({ sql, audit }, { patientId }, actor) => {
    const today = todayOf(sql, actor);
    readPatient(sql, patientId);
    const waits = sql.get<CallColumns>(`${CALL} WHERE ${OPEN} AND l.why = 'asked' AND l.patient_id = ?`, patientId);
    if (waits) return addedOn(sql, waits, today);
    const id = addCall(sql, { why: 'asked', patientId }, actor);
    audit.add('call.add', id, actor);
    return addedOn(sql, mustRead(sql, id), today);
  },

  'calls.spoke': ({ sql, audit }, { patientId }, actor) => {
    const today = todayOf(sql, actor);
    readPatient(sql, patientId);
    const id = addCall(sql, { why: 'spoke', patientId }, actor);
    addTry(sql, id, 'called', actor);
    audit.add('call.record', id, actor);
    return addedOn(sql, mustRead(sql, id), today);
  },
};
