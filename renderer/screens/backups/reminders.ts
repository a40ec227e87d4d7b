import type { BackupReminder, BackupState } from '#core/contract/backups.ts';

/** What can't wait for a doctor or an administrator: the newest work stands on one disk only. */
const URGENT: ReadonlySet<BackupReminder> = new Set<BackupReminder>(['lastFailed', 'none', 'tooOld']);

export function isUrgent(reminder: BackupReminder): boolean {
  return URGENT.has(reminder);
}

/** What "Back up now" mends. Choosing a second place is the administrator's. */
export function isMendedByBackup(reminder: BackupReminder): boolean {
  return reminder !== 'noSecondPlace';
}

/**
 * How safe the records are, in one word. bad: back up now; soon: the first backup is still to come; hand: something is to
 * be done; one: on this computer only.
 */
export function safety({ backups, reminders, secondPlace }: BackupState): 'ok' | 'one' | 'soon' | 'hand' | 'bad' {
  if (reminders.some(isUrgent)) return 'bad';
  if (backups.length === 0) return 'soon';
  if (reminders.some((reminder) => reminder !== 'noSecondPlace')) return 'hand';
  return secondPlace === null ? 'one' : 'ok';
}
