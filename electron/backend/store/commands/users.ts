import { changedLook, type Look, type Theme } from '#core/contract/look.ts';
import { roleSchema, type User } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';
import type { Language } from '#core/domain/text.ts';
import type { Doctor } from '#core/domain/visit.ts';
import type { Sql } from '../database.ts';
import type { PinRecord } from '../pin.ts';
import { type Conflict, StoreRefusal } from '../store.ts';
import type { Handlers } from './context.ts';

interface UserColumns {
  id: string;
  name: string;
  doctor: string | null;
  roles: string;
  rev: number;
  retired: 0 | 1;
  must_change_password: 0 | 1;
  has_pin: 0 | 1;
  last_sign_in: string | null;
}

const USER = `SELECT id, name, doctor, rev, retired, must_change_password, pin IS NOT NULL AS has_pin, last_sign_in,
  (SELECT json_group_array(role) FROM user_role WHERE user_id = user.id) AS roles FROM user`;

function toUser(row: UserColumns): User {
  const held = new Set<unknown>(JSON.parse(row.roles));
  return {
    id: row.id,
    name: row.name,
    roles: roleSchema.options.filter((role) => held.has(role)),
    ...(row.doctor === null ? {} : { doctor: JSON.parse(row.doctor) as Doctor }),
  };
}

function toUserRow(row: UserColumns): UserRow {
  return {
    ...toUser(row),
    rev: row.rev,
    retired: row.retired === 1,
    mustChangePassword: row.must_change_password === 1,
    hasPin: row.has_pin === 1,
    lastSignIn: row.last_sign_in,
  };
}

/** The person as a sign-in carries her; null when the records don't know her, or she is retired. */
export function readActiveUser(sql: Sql, id: string): User | null {
  const row = sql.get<UserColumns>(`${USER} WHERE id = ? AND retired = 0`, id);
  return row ? toUser(row) : null;
}

/** Everybody who may sign in, in the order in which they were added. */
export function activeUsers(sql: Sql): User[] {
  return sql.all<UserColumns>(`${USER} WHERE retired = 0 ORDER BY seq`).map(toUser);
}

/** The person as the administrator's list shows her. Throws `notFound`, for one who is retired too. */
export function readPresent(sql: Sql, id: string): UserRow {
  const row = sql.get<UserColumns>(`${USER} WHERE id = ? AND retired = 0`, id);
  if (!row) throw new StoreRefusal('notFound', 'This person doesn’t sign in here any more. Look at the list again.');
  return toUserRow(row);
}

const nameOf = (name: string) => name.normalize('NFKC').trim().toLocaleLowerCase('en');

/** Throws `userNameTaken`: at the sign-in two people of one name can't be told apart. */
export function refuseTakenName(sql: Sql, name: string, exceptId?: string): void {
  if (activeUsers(sql).some((user) => user.id !== exceptId && nameOf(user.name) === nameOf(name)))
    throw new StoreRefusal('userNameTaken', 'Somebody of this name signs in here already. Add an initial or a second name.');
}

export function insertUser(sql: Sql, user: User, at: string): void {
  sql.run(
    'INSERT INTO user (id, name, doctor, added_at) VALUES (?, ?, ?, ?)',
    user.id,
    user.name,
    user.doctor ? JSON.stringify(user.doctor) : null,
    at,
  );
  for (const role of user.roles) sql.run('INSERT INTO user_role (user_id, role) VALUES (?, ?)', user.id, role);
}

/** A password that somebody else set is to be changed before anything else, and takes the PIN away. */
export function passwordSet(sql: Sql, userId: string, by: 'herself' | 'another'): void {
  sql.run('UPDATE user SET must_change_password = ? WHERE id = ?', by === 'another' ? 1 : 0, userId);
  if (by === 'another') sql.run('UPDATE user SET pin = NULL WHERE id = ?', userId);
}

export function noteSignIn(sql: Sql, userId: string, at: string): void {
  sql.run('UPDATE user SET last_sign_in = ? WHERE id = ?', at, userId);
}

export function readPin(sql: Sql, userId: string): PinRecord | null {
  const pin = sql.get<{ pin: string | null }>('SELECT pin FROM user WHERE id = ? AND retired = 0', userId)?.pin ?? null;
  return pin === null ? null : (JSON.parse(pin) as PinRecord);
}

export function writePin(sql: Sql, userId: string, pin: PinRecord | null): void {
  sql.run('UPDATE user SET pin = ? WHERE id = ?', pin === null ? null : JSON.stringify(pin), userId);
}

/** Takes away the way in. A stale `rev` is a conflict. Throws `notFound` and `lastAdministrator`. */
export function retireUser(sql: Sql, id: string, rev: number): UserRow | Conflict {
  const present = readPresent(sql, id);
  if (present.rev !== rev) return { conflict: true, rev: present.rev, theirs: present };
  sql.run('UPDATE user SET retired = 1, rev = rev + 1, pin = NULL, must_change_password = 0 WHERE id = ?', id);
  refuseWithoutAdministrator(sql);
  return readRow(sql, id);
}

/** Throws `lastAdministrator` where a change has left nobody who could undo it; the transaction takes it back. */
function refuseWithoutAdministrator(sql: Sql): void {
  if (activeUsers(sql).some(({ roles }) => roles.includes('administrator'))) return;
  throw new StoreRefusal(
    'lastAdministrator',
    'The clinic needs an administrator, and this is the last one. Make somebody else an administrator first.',
  );
}

function readRow(sql: Sql, id: string): UserRow {
  const row = sql.get<UserColumns>(`${USER} WHERE id = ?`, id);
  if (!row) throw new Error('A person who was just changed is gone.');
  return toUserRow(row);
}

function readLook(sql: Sql, id: string): Look {
  const row = sql.get<{ language: Language | null; theme: Theme | null }>('SELECT language, theme FROM user WHERE id = ?', id);
  return { language: row?.language ?? null, theme: row?.theme ?? 'system' };
}

export const userCommands: Handlers<'users.list' | 'users.look' | 'users.setLook' | 'users.save'> = {
  'users.list': ({ sql }) => sql.all<UserColumns>(`${USER} ORDER BY seq`).map(toUserRow),

  'users.look': ({ sql }, _input, { userId }) => readLook(sql, userId),

  'users.setLook': ({ sql }, change, { userId }) => {
    const { language, theme } = changedLook(readLook(sql, userId), change);
    sql.run('UPDATE user SET language = ?, theme = ? WHERE id = ?', language, theme === 'system' ? null : theme, userId);
    return readLook(sql, userId);
  },

  'users.save': ({ sql, audit }, { id, name, roles, doctor, rev }, actor) => {
    const present = readPresent(sql, id);
    if (present.rev !== rev) return { conflict: true, rev: present.rev, theirs: present };
    refuseTakenName(sql, name, id);
    sql.run('UPDATE user SET name = ?, doctor = ?, rev = rev + 1 WHERE id = ?', name, doctor ? JSON.stringify(doctor) : null, id);
    sql.run('DELETE FROM user_role WHERE user_id = ?', id);
    for (const role of new Set(roles)) sql.run('INSERT INTO user_role (user_id, role) VALUES (?, ?)', id, role);
    refuseWithoutAdministrator(sql);
    audit.add('user.save', id, actor);
    return readPresent(sql, id);
  },
};
