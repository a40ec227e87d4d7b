import { type ClinicSettings, type ProgramSettings, roleSchema, type User } from '#core/contract/shapes.ts';
import type { Clinic, Doctor } from '#core/domain/visit.ts';
import type { Sql } from '../database.ts';
import type { Handlers } from './context.ts';

interface UserColumns {
  id: string;
  name: string;
  doctor: string | null;
  roles: string;
}

const USER = `SELECT id, name, doctor, (SELECT json_group_array(role) FROM user_role WHERE user_id = user.id) AS roles FROM user`;

function toUser(row: UserColumns): User {
  const held = new Set<unknown>(JSON.parse(row.roles));
  return {
    id: row.id,
    name: row.name,
    roles: roleSchema.options.filter((role) => held.has(role)),
    ...(row.doctor === null ? {} : { doctor: JSON.parse(row.doctor) as Doctor }),
  };
}

export function readUser(sql: Sql, id: string): User | null {
  const row = sql.get<UserColumns>(`${USER} WHERE id = ?`, id);
  return row ? toUser(row) : null;
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

function readClinic(sql: Sql): ClinicSettings {
  const row = sql.get<{ details: string; timeZone: string; program: string; rev: number }>(
    'SELECT details, time_zone AS timeZone, program, rev FROM clinic WHERE id = 1',
  );
  if (!row) throw new Error('The store has no clinic.');
  return {
    clinic: JSON.parse(row.details) as Clinic,
    timeZone: row.timeZone,
    program: JSON.parse(row.program) as ProgramSettings,
    rev: row.rev,
  };
}

export const clinicCommands: Handlers<'clinic.read' | 'clinic.save' | 'users.list'> = {
  'clinic.read': ({ sql }) => readClinic(sql),

  'clinic.save': ({ sql, audit }, { clinic, timeZone, program, rev }, actor) => {
    const present = readClinic(sql);
    if (present.rev !== rev) return { conflict: true, rev: present.rev, theirs: present };
    sql.run(
      'UPDATE clinic SET details = ?, time_zone = ?, program = ?, rev = rev + 1 WHERE id = 1',
      JSON.stringify(clinic),
      timeZone,
      JSON.stringify(program),
    );
    audit.add('clinic.save', null, actor);
    return readClinic(sql);
  },

  'users.list': ({ sql }) => sql.all<UserColumns>(`${USER} ORDER BY seq`).map(toUser),
};
