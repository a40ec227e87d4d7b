import { randomUUID } from 'node:crypto';
import type { Sql } from '../database.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import { CALL, type CallColumns, callOf, callsOf, OPEN, openCalls, triedEntries } from './callRows.ts';
import type { Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { resultsDue } from './resultsDue.ts';
import { type Today, todayOf } from './today.ts';

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
  return (
    triedEntries(sql, [id]).get(id) ??
    mustRead(sql, addCall(sql, { why: 'resultsDue', patientId: visit.patientId, consultationId: id }, actor))
  );
}

export const callCommands: Handlers<'calls.list' | 'calls.record' | 'calls.add' | 'calls.spoke'> = {
  'calls.list': ({ sql }, { calledSince }, actor) => {
    const today = todayOf(sql, actor);
    const called = sql.all<CallColumns>(`${CALL} WHERE t.outcome = 'called' AND t.at >= ? ORDER BY t.seq DESC`, calledSince);
    return [...openCalls(sql, today), ...callsOf(sql, called, today)];
  },

  'calls.record': ({ sql, audit }, { id, outcome }, actor) => {
    const today = todayOf(sql, actor);
    const entry = entryOf(sql, id, today, actor);
    if (entry.why === 'spoke') throw new StoreRefusal('notNow', 'She called by herself: there is nothing to put back on the list.');
    addTry(sql, entry.id, outcome, actor);
    audit.add('call.record', entry.id, actor);
    return callOf(sql, entry, today);
  },

  'calls.add': ({ sql, audit }, { patientId }, actor) => {
    const today = todayOf(sql, actor);
    readPatient(sql, patientId);
    const waits = sql.get<CallColumns>(`${CALL} WHERE ${OPEN} AND l.why = 'asked' AND l.patient_id = ?`, patientId);
    if (waits) return callOf(sql, waits, today);
    const id = addCall(sql, { why: 'asked', patientId }, actor);
    audit.add('call.add', id, actor);
    return callOf(sql, mustRead(sql, id), today);
  },

  'calls.spoke': ({ sql, audit }, { patientId }, actor) => {
    const today = todayOf(sql, actor);
    readPatient(sql, patientId);
    const id = addCall(sql, { why: 'spoke', patientId }, actor);
    addTry(sql, id, 'called', actor);
    audit.add('call.record', id, actor);
    return callOf(sql, mustRead(sql, id), today);
  },
};
