import { parseDate } from '@internationalized/date';
import type { Age } from './visit.ts';

/** Full years from one day to another. */
function yearsBetween(from: string, to: string): number {
  const [a, b] = [parseDate(from), parseDate(to)];
  const before = b.month < a.month || (b.month === a.month && b.day < a.day);
  return b.year - a.year - (before ? 1 : 0);
}

/**
 * Her age in years on a day. Told a year or more ago it is only about right: years are added to what she told, and no
 * birthday is worked out.
 */
export function ageOn(age: Age, day: string): { years: number; about: boolean } {
  if (age.kind === 'born') return { years: Math.max(0, yearsBetween(age.bornOn, day)), about: false };
  const passed = Math.max(0, yearsBetween(age.toldOn, day));
  return { years: age.years + passed, about: passed > 0 };
}
