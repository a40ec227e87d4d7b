import { randomUUID } from 'node:crypto';
import type { Call } from '#core/contract/shapes.ts';
import type { Sql } from '../database.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';
import { readPatient } from './patients.ts';

interface CallColumns {
  id: string;
  why: Call['why'];
  addedAt: string;
  patientId: string;
}

/** Entries with the newest try. An entry whose version was replaced is done: the newer version has its own. */
const CALL = `SELECT l.id, l.why, l.added_at AS addedAt, c.patient_id AS patientId, t.outcome, t.at
  FROM call_list l JOIN consultation c ON c.id = l.consultation_id
    LEFT JOIN call_try t ON t.seq = (SELECT max(seq) FROM call_try WHERE call_id = l.id)`;
const NOT_REPLACED = 'l.version_id NOT IN (SELECT replaces_id FROM amendment)';

function toCall(sql: Sql, { id, why, addedAt, patientId }: CallColumns): Call {
  const { name, recordNumber, age, phone } = readPatient(sql, patientId);
  const tries = sql.all<Call['tries'][number]>(
    'SELECT t.outcome, u.name AS by, t.at FROM call_try t JOIN user u ON u.id = t.user_id WHERE t.call_id = ? ORDER BY t.seq',
    id,
  );
  return {
    id,
    patient: { id: patientId, name, recordNumber, age, ...(phone === undefined ? {} : { phone }) },
    why,
    state: tries.at(-1)?.outcome ?? 'waiting',
    addedAt,
    tries,
  };
}

/** Puts her on the list of those to be called; gives the entry's id. */
export function addCall(
  sql: Sql,
  { consultationId, versionId, why }: { consultationId: string; versionId: string; why: Call['why'] },
  actor: Actor,
): string {
  const id = randomUUID();
  sql.run(
    'INSERT INTO call_list (id, consultation_id, version_id, why, user_id, added_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    consultationId,
    versionId,
    why,
    actor.userId,
    actor.at,
  );
  return id;
}

export const callCommands: Handlers<'calls.list' | 'calls.record'> = {
  'calls.list': ({ sql }, { calledSince }) => {
    const open = sql.all<CallColumns>(`${CALL} WHERE ${NOT_REPLACED} AND t.outcome IS NOT 'called' ORDER BY l.seq`);
    const called = sql.all<CallColumns>(`${CALL} WHERE t.outcome = 'called' AND t.at >= ? ORDER BY t.seq DESC`, calledSince);
    return [...open, ...called].map((row) => toCall(sql, row));
  },

  'calls.record': ({ sql, audit }, { id, outcome }, actor) => {
    const row = sql.get<CallColumns>(`${CALL} WHERE l.id = ?`, id);
    if (!row) throw new StoreRefusal('notFound', 'This call isn’t in the list any more.');
    sql.run('INSERT INTO call_try (call_id, outcome, user_id, at) VALUES (?, ?, ?, ?)', id, outcome, actor.userId, actor.at);
    audit.add('call.record', id, actor);
    return toCall(sql, row);
  },
};
