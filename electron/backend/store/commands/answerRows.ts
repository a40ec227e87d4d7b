import type { Sql } from '../database.ts';
import type { Actor } from '../store.ts';

/** Adds an answer row: null takes the answer back. `rev` is the revision of the consultation that this save makes. */
export function insertAnswer(
  sql: Sql,
  { consultationId, key, value, rev }: { consultationId: string; key: string; value: unknown; rev: number },
  actor: Actor,
): void {
  sql.run(
    'INSERT INTO answer (consultation_id, key, value, rev, user_id, saved_at) VALUES (?, ?, ?, ?, ?, ?)',
    consultationId,
    key,
    value === null || value === undefined ? null : JSON.stringify(value),
    rev,
    actor.userId,
    actor.at,
  );
}
