import type { Sql } from '../database.ts';
import type { Authority, SecondComputerCommands, StoredDevice, StoredSecondComputer } from '../secondComputerCommands.ts';
import { StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';

const DEVICES = `SELECT device.id, device.name, token_hash AS tokenHash, paired_at AS pairedAt, user.name AS pairedBy,
  last_seen_at AS lastSeenAt FROM device JOIN user ON user.id = paired_by WHERE revoked_at IS NULL ORDER BY device.seq`;

function refuseUnpaired(sql: Sql, id: string): void {
  if (sql.get('SELECT 1 FROM device WHERE id = ? AND revoked_at IS NULL', id)) return;
  throw new StoreRefusal('notFound', 'This computer isn’t paired any more. Look at the list again.');
}

export const secondComputerCommands: Handlers<keyof SecondComputerCommands> = {
  'secondComputer.read': ({ sql }) => {
    const row = sql.get<{ isOn: 0 | 1; address: string | null; port: number | null; certificate: string | null }>(
      'SELECT is_on AS isOn, address, port, authority_certificate AS certificate FROM second_computer WHERE id = 1',
    );
    const devices = sql.all<StoredDevice>(DEVICES);
    const { isOn, ...rest } = row ?? { isOn: 0, address: null, port: null, certificate: null };
    return { ...rest, on: isOn === 1, devices } satisfies StoredSecondComputer;
  },

  'secondComputer.authority': ({ sql }) =>
    sql.get<Authority>(
      'SELECT authority_certificate AS certificate, authority_key AS key FROM second_computer WHERE authority_key IS NOT NULL',
    ) ?? null,

  'secondComputer.turnOn': ({ sql, audit }, { address, port, authority }, actor) => {
    sql.run(
      'UPDATE second_computer SET is_on = 1, address = ?, port = ?, authority_certificate = ?, authority_key = ? WHERE id = 1',
      address,
      port,
      authority.certificate,
      authority.key,
    );
    audit.add('secondComputer.on', null, actor);
    return null;
  },

  'secondComputer.turnOff': ({ sql, audit }, _input, actor) => {
    sql.run('UPDATE second_computer SET is_on = 0 WHERE id = 1');
    audit.add('secondComputer.off', null, actor);
    return null;
  },

  'devices.add': ({ sql, audit }, { id, name, tokenHash }, actor) => {
    sql.run(
      'INSERT INTO device (id, name, token_hash, paired_at, paired_by) VALUES (?, ?, ?, ?, ?)',
      id,
      name,
      tokenHash,
      actor.at,
      actor.userId,
    );
    audit.add('device.pair', id, actor);
    return null;
  },

  'devices.rename': ({ sql, audit }, { id, name }, actor) => {
    refuseUnpaired(sql, id);
    sql.run('UPDATE device SET name = ? WHERE id = ?', name, id);
    audit.add('device.rename', id, actor);
    return null;
  },

  'devices.revoke': ({ sql, audit }, { id }, actor) => {
    refuseUnpaired(sql, id);
    sql.run('UPDATE device SET revoked_at = ?, revoked_by = ? WHERE id = ?', actor.at, actor.userId, id);
    audit.add('device.revoke', id, actor);
    return null;
  },

  'devices.seen': ({ sql }, { id }, { at }) => {
    sql.run('UPDATE device SET last_seen_at = ? WHERE id = ? AND revoked_at IS NULL', at, id);
    return null;
  },
};
