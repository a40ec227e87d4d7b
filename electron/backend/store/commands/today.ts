import { inZone } from '#core/domain/dates.ts';
import type { CivilDate } from '#core/domain/text.ts';
import type { Sql } from '../database.ts';
import type { Actor } from '../store.ts';

/** The day at the clinic, and the zone in which it is that day. */
export interface Today {
  today: CivilDate;
  timeZone: string;
}

/** The day on which somebody acts. */
export function todayOf(sql: Sql, { at }: Actor): Today {
  const clinic = sql.get<{ timeZone: string }>('SELECT time_zone AS timeZone FROM clinic');
  if (!clinic) throw new Error('The clinic’s settings are gone.');
  return { today: inZone(at, clinic.timeZone).date, timeZone: clinic.timeZone };
}
