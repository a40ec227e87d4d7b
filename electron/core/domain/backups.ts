import type { Instant } from './text.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** What thinning looks at. */
export interface KeptBackup {
  id: string;
  madeAt: Instant;
  verifiedAt: Instant | null;
  why: 'hourly' | 'byHand' | 'beforeUpdate' | 'beforeRestore';
}

/** How many periods keep one backup each, by how much of `YYYY-MM-DDTHH` names the period (UTC). */
const KEPT = [
  { letters: 'YYYY-MM-DDTHH'.length, count: 24 },
  { letters: 'YYYY-MM-DD'.length, count: 30 },
  { letters: 'YYYY-MM'.length, count: 12 },
];
/** How long a backup from before an update or a restore is kept beside them. */
const SPECIAL_MS = 30 * DAY_MS;

/**
 * Which backups of one place are kept: the newest of each of the last 24 hours that have one, of 30 such days and of 12
 * such months; those from before an update or a restore for 30 days; always the newest and the newest that was found
 * whole. Where a period has a whole one, that one stands for it. One dated after `now` was made by a clock that went
 * wrong: it is kept and counts for nothing.
 */
export function keepBackups<B extends KeptBackup>(backups: readonly B[], now: Instant): B[] {
  const past = backups.filter(({ madeAt }) => madeAt <= now).sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const kept = new Set<B>(backups.filter(({ madeAt }) => madeAt > now));
  const keep = (backup: B | undefined) => backup && kept.add(backup);
  keep(past[0]);
  keep(past.find(({ verifiedAt }) => verifiedAt !== null));
  for (const { letters, count } of KEPT) {
    const periods = new Map<string, B>();
    for (const backup of past) {
      const period = backup.madeAt.slice(0, letters);
      const present = periods.get(period);
      if (!present && periods.size === count) break;
      if (!present || (present.verifiedAt === null && backup.verifiedAt !== null)) periods.set(period, backup);
    }
    for (const backup of periods.values()) keep(backup);
  }
  for (const backup of past)
    if ((backup.why === 'beforeUpdate' || backup.why === 'beforeRestore') && agoMs(backup.madeAt, now) <= SPECIAL_MS) keep(backup);
  return backups.filter((backup) => kept.has(backup));
}

const agoMs = (then: Instant, now: Instant) => Date.parse(now) - Date.parse(then);

/** The newest backup that isn't dated after `now`. */
export function newestBackup<B extends Pick<KeptBackup, 'madeAt'>>(backups: readonly B[], now: Instant): B | null {
  return backups.reduce<B | null>((best, each) => (each.madeAt <= now && (!best || each.madeAt > best.madeAt) ? each : best), null);
}

/** Whether a backup is to be made now: something was written since the newest, and that is an hour old. */
export function backupIsDue(newest: Pick<KeptBackup, 'madeAt'> | null, changed: boolean, now: Instant): boolean {
  return newest === null || (changed && agoMs(newest.madeAt, now) >= HOUR_MS);
}

/** Whether a restore is to be tried: a month after the last trial, a day after one that failed, a day after the start. */
export function trialIsDue(lastTrial: { at: Instant; ok: boolean } | null, clinicSince: Instant, now: Instant): boolean {
  if (lastTrial === null) return agoMs(clinicSince, now) >= DAY_MS;
  return Math.abs(agoMs(lastTrial.at, now)) >= (lastTrial.ok ? 30 : 1) * DAY_MS;
}

/** What reminders go by. */
export interface BackupFacts {
  now: Instant;
  /** When the clinic was made. */
  clinicSince: Instant;
  /** How long the records have been open without a break, ms: an hour of it gives the schedule its chance. */
  openForMs: number;
  newest: Pick<KeptBackup, 'madeAt'> | null;
  /** Something was written since the newest. */
  changed: boolean;
  secondPlace: string | null;
  secondPlaceThere: boolean;
  /** When a backup last came to the second place. */
  secondAt: Instant | null;
  lastTrial: { at: Instant; ok: boolean } | null;
  lastFault: string | null;
}
export type BackupReminder = 'lastFailed' | 'none' | 'tooOld' | 'noSecondPlace' | 'secondPlaceMissing' | 'secondPlaceOld' | 'trialFailed';

/** After this time a backup is too old, and a second place that isn't there is missed: a day's work and some more. */
const TOO_OLD_MS = 26 * HOUR_MS;
const SECOND_OLD_MS = 7 * DAY_MS;

/** What the clinic ought to do, the most urgent first. */
export function backupReminders(facts: BackupFacts): BackupReminder[] {
  const { now, newest, secondPlace, secondAt } = facts;
  const older = (then: Instant | null, ms: number) => then === null || agoMs(then, now) > ms;
  const holds: Record<BackupReminder, boolean> = {
    lastFailed: facts.lastFault !== null,
    none: newest === null && agoMs(facts.clinicSince, now) > HOUR_MS,
    tooOld: newest !== null && facts.changed && facts.openForMs > HOUR_MS && older(newest.madeAt, TOO_OLD_MS),
    noSecondPlace: secondPlace === null,
    secondPlaceMissing: secondPlace !== null && !facts.secondPlaceThere && older(secondAt, TOO_OLD_MS),
    secondPlaceOld: secondPlace !== null && secondAt !== null && older(secondAt, SECOND_OLD_MS),
    trialFailed: facts.lastTrial?.ok === false,
  };
  const order = ['lastFailed', 'none', 'tooOld', 'noSecondPlace', 'secondPlaceMissing', 'secondPlaceOld', 'trialFailed'] as const;
  return order.filter((reminder) => holds[reminder]);
}
