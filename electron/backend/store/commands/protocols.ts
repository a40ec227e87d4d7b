import { randomUUID } from 'node:crypto';
import type { ProtocolPart, SavedProtocol } from '#core/domain/savedProtocol.ts';
import type { Sql } from '../database.ts';
import { type Actor, type Conflict, StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';

interface ProtocolColumns {
  id: string;
  rev: number;
  name: string;
  pack_id: string;
  pack_version: string;
  pack_hash: string;
  part: string;
  saved_at: string;
  approved_at: string;
}

const toProtocol = (row: ProtocolColumns): SavedProtocol => ({
  id: row.id,
  rev: row.rev,
  name: row.name,
  pack: { id: row.pack_id, version: row.pack_version, hash: row.pack_hash },
  part: JSON.parse(row.part) as ProtocolPart,
  savedAt: row.saved_at,
  approvedAt: row.approved_at,
});

const keyOf = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** One's own protocol that is in use; refuses what is somebody else's in the same words as what is not there. */
function readOwn(sql: Sql, id: string, { userId }: Actor): SavedProtocol {
  const row = sql.get<ProtocolColumns>('SELECT * FROM saved_protocol WHERE id = ? AND user_id = ? AND retired = 0', id, userId);
  if (!row) throw new StoreRefusal('notFound', 'This protocol is not among yours any more. Close the list and open it again.');
  return toProtocol(row);
}

/** Refuses a name that another protocol of the same person and topic has; `self` is the one that is being renamed. */
function refuseTakenName(sql: Sql, { userId }: Actor, packId: string, name: string, self: string): void {
  const taken = sql.get(
    'SELECT 1 FROM saved_protocol WHERE user_id = ? AND pack_id = ? AND name_key = ? AND retired = 0 AND id <> ?',
    userId,
    packId,
    keyOf(name),
    self,
  );
  if (taken) throw new StoreRefusal('protocolNameTaken', 'One of your protocols has this name. Choose another name.');
}

const stale = (present: SavedProtocol): Conflict => ({ conflict: true, rev: present.rev, theirs: present });

export const protocolCommands: Handlers<
  'protocols.mine' | 'protocols.save' | 'protocols.rename' | 'protocols.reapprove' | 'protocols.retire'
> = {
  'protocols.mine': ({ sql }, { packId }, { userId }) =>
    sql
      .all<ProtocolColumns>(
        'SELECT * FROM saved_protocol WHERE user_id = ? AND pack_id = ? AND retired = 0 ORDER BY name_key, seq',
        userId,
        packId,
      )
      .map(toProtocol),

  'protocols.save': ({ sql, audit }, { name, pack, part }, actor) => {
    const id = randomUUID();
    refuseTakenName(sql, actor, pack.id, name, id);
    sql.run(
      `INSERT INTO saved_protocol (id, rev, user_id, name, name_key, pack_id, pack_version, pack_hash, part, retired, saved_at, approved_at)
       VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
      id,
      actor.userId,
      name,
      keyOf(name),
      pack.id,
      pack.version,
      pack.hash,
      JSON.stringify(part),
      actor.at,
      actor.at,
    );
    audit.add('protocol.save', id, actor);
    return readOwn(sql, id, actor);
  },

  'protocols.rename': ({ sql, audit }, { id, name, rev }, actor) => {
    const present = readOwn(sql, id, actor);
    if (present.rev !== rev) return stale(present);
    refuseTakenName(sql, actor, present.pack.id, name, id);
    sql.run('UPDATE saved_protocol SET name = ?, name_key = ?, rev = rev + 1, saved_at = ? WHERE id = ?', name, keyOf(name), actor.at, id);
    audit.add('protocol.rename', id, actor);
    return readOwn(sql, id, actor);
  },

  'protocols.reapprove': ({ sql, audit }, { id, pack, part, rev }, actor) => {
    const present = readOwn(sql, id, actor);
    if (present.rev !== rev) return stale(present);
    if (present.pack.id !== pack.id) throw new Error('A saved protocol belongs to one topic.');
    sql.run(
      'UPDATE saved_protocol SET pack_version = ?, pack_hash = ?, part = ?, rev = rev + 1, approved_at = ? WHERE id = ?',
      pack.version,
      pack.hash,
      JSON.stringify(part),
      actor.at,
      id,
    );
    audit.add('protocol.reapprove', id, actor);
    return readOwn(sql, id, actor);
  },

  'protocols.retire': ({ sql, audit }, { id, rev }, actor) => {
    const present = readOwn(sql, id, actor);
    if (present.rev !== rev) return stale(present);
    sql.run('UPDATE saved_protocol SET retired = 1, rev = rev + 1 WHERE id = ?', id);
    audit.add('protocol.retire', id, actor);
    return null;
  },
};
