import type { ClinicSettings, ProgramSettings } from '#core/contract/shapes.ts';
import type { Clinic } from '#core/domain/visit.ts';
import type { Sql } from '../database.ts';
import type { Handlers } from './context.ts';

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

export const clinicCommands: Handlers<'clinic.read' | 'clinic.save'> = {
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
};
