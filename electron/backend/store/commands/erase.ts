import type { ErasureReason, Tombstone } from '#core/contract/rights.ts';
import type { Sql } from '../database.ts';
import type { Erased } from '../erasedList.ts';
import type { Actor } from '../store.ts';
import type { CommandContext } from './context.ts';
import { herTables } from './hers.ts';
import { readPatient } from './patients.ts';

const TOMBSTONE = `SELECT t.id, t.at, coalesce(u.name, '') AS "by", t.reason, t.note, t.visits
  FROM tombstone t LEFT JOIN user u ON u.id = t.user_id`;

/** The tombstones, the newest first. */
export function readTombstones(sql: Sql): Tombstone[] {
  return sql.all<Tombstone>(`${TOMBSTONE} ORDER BY t.seq DESC`);
}

/** Indexes of words keep what was taken out until they are merged. */
function forgetInIndexes(sql: Sql): void {
  const indexes = sql.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'",
  );
  for (const { name } of indexes) sql.run(`INSERT INTO "${name}" ("${name}") VALUES ('optimize')`);
}

/**
 * Takes a patient and every row that is hers away, and leaves a tombstone. It lets the guards of the append-only tables
 * go for her rows only, and only inside the caller's transaction: `erasing` can't be left filled at a commit.
 * `actor` stands in the tombstone, `doneBy` in the log. Throws `notFound`.
 */
export function erasePatient(
  { sql, audit }: Pick<CommandContext, 'sql' | 'audit'>,
  { patientId, reason, note }: { patientId: string; reason: ErasureReason; note: string | null },
  actor: Actor,
  doneBy = actor,
): void {
  readPatient(sql, patientId);
  const visits = sql.get<{ visits: number }>('SELECT count(*) AS visits FROM consultation WHERE patient_id = ?', patientId)?.visits ?? 0;
  sql.run(
    'INSERT INTO tombstone (id, reason, note, visits, user_id, at) VALUES (?, ?, ?, ?, ?, ?)',
    patientId,
    reason,
    note,
    visits,
    actor.userId,
    actor.at,
  );
  sql.run('INSERT INTO erasing (id, patient_id) VALUES (1, ?)', patientId);
  for (const { table, where, count } of herTables(sql))
    sql.run(`DELETE FROM "${table}" WHERE ${where}`, ...Array.from({ length: count }, () => patientId));
  sql.run('DELETE FROM erasing');
  forgetInIndexes(sql);
  audit.add('patient.erase', patientId, doneBy);
}

/** Who was erased, as the list outside of the database has it. */
export function erasedPatients(sql: Sql): Erased[] {
  return sql.all<Erased>('SELECT id, reason, at, user_id AS userId FROM tombstone ORDER BY seq');
}

/** What stands in a tombstone that was made anew; the words of the first one are in no file outside of the database. */
const AGAIN = 'Erased again after an older backup was put back.';

/** Those of the list who are in the records nevertheless: an older backup was put back. */
export function comeBack(sql: Sql, list: readonly Erased[]): Erased[] {
  return list.filter(({ id }) => sql.get('SELECT 1 FROM patient WHERE id = ?', id));
}

/** Erases those who have come back, in the caller's transaction. */
export function eraseAgain(context: Pick<CommandContext, 'sql' | 'audit'>, back: readonly Erased[], actor: Actor): void {
  for (const { id, reason, userId, at } of back)
    erasePatient(context, { patientId: id, reason, note: AGAIN }, { userId, at }, { ...actor, userId: 'system' });
}
