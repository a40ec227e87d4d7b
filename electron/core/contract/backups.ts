import * as z from 'zod';
import { instantSchema } from '../domain/text.ts';
import { administrator, anyone, desk, passwordSchema } from './procedures.ts';
import { uuid } from './shapes.ts';

/** Where a backup lies: beside the records, or in the second place (a USB stick, a folder of another disk). */
export const backupPlaceSchema = z.enum(['own', 'second']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

export const backupSchema = z.strictObject({
  /** Name of its folder, `2026-12-05T10-42-00Z`: never a path. */
  id: z.string().regex(/^[0-9TZ-]{20}$/),
  place: backupPlaceSchema,
  madeAt: instantSchema,
  bytes: z.int(),
  /** When it was last opened and found whole; null: never. */
  verifiedAt: instantSchema.nullable(),
  why: z.enum(['hourly', 'byHand', 'beforeUpdate', 'beforeRestore']),
});
export type Backup = z.infer<typeof backupSchema>;

/** What runs now; `done` from 0 to 1. */
export const backupProgressSchema = z.strictObject({
  phase: z.enum(['copy', 'verify', 'secondPlace', 'trial', 'restore']),
  done: z.number().min(0).max(1),
});
export type BackupProgress = z.infer<typeof backupProgressSchema>;

/** What the clinic ought to do, the most urgent first. */
export const backupReminderSchema = z.enum([
  'lastFailed',
  'none',
  'tooOld',
  'noSecondPlace',
  'secondPlaceMissing',
  'secondPlaceOld',
  'trialFailed',
]);
export type BackupReminder = z.infer<typeof backupReminderSchema>;

export const backupStateSchema = z.strictObject({
  backups: z.array(backupSchema),
  /** Full path of the second place, as the administrator chose it; null: none. */
  secondPlace: z.string().nullable(),
  secondPlaceThere: z.boolean(),
  running: backupProgressSchema.nullable(),
  reminders: z.array(backupReminderSchema),
  /** The newest monthly trial: when, and whether the restored copy was whole. */
  lastTrial: z.strictObject({ at: instantSchema, ok: z.boolean() }).nullable(),
  /** What went wrong last, as a sentence; null when the last one came out well. */
  lastFault: z.string().nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** A disk that could be the second place. */
export const driveSchema = z.strictObject({ path: z.string(), label: z.string(), freeBytes: z.int() });

/** Which backup, seen from a window where nobody is signed in: the clinic's own, or a folder that a person names. */
export const backupSourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('list'), place: backupPlaceSchema, id: backupSchema.shape.id }),
  z.strictObject({ from: z.literal('folder'), path: z.string().min(1).max(500) }),
]);
export type BackupSource = z.infer<typeof backupSourceSchema>;

/** What a backup's own keyring says of it: who can open it. Nothing of a patient. */
export const foundBackupSchema = z.strictObject({
  madeAt: instantSchema,
  bytes: z.int(),
  users: z.array(z.strictObject({ id: uuid, name: z.string() })),
});
export type FoundBackup = z.infer<typeof foundBackupSchema>;

/** Keeping the records twice, and getting them back. A long work tells its progress by the event `backups`. */
export const backupsContract = {
  read: desk.output(backupStateSchema),
  /** Makes one now, checks it, and copies it to the second place when that is there. Gives the state after it. */
  make: desk.output(backupStateSchema),
  /** Opens a backup and checks it whole: database, audit chain, counts. */
  verify: administrator.input(z.strictObject({ place: backupPlaceSchema, id: backupSchema.shape.id })).output(backupStateSchema),
  drives: administrator.output(z.array(driveSchema)),
  /** BAD_INPUT at `path` for a folder that isn't there, can't be written, or lies on the records' own disk folder. */
  setSecondPlace: administrator.input(z.strictObject({ path: z.string().min(1).max(500).nullable() })).output(backupStateSchema),
  /**
   * The clinic's own backups and those on any drive that is plugged in, while nobody is signed in: for a store that can't be
   * opened, and for a computer that has none yet.
   */
  find: anyone.output(z.array(backupSchema)),
  /** Looks into a backup without a password. NOT_FOUND with what is missing there. */
  look: anyone.input(z.strictObject({ source: backupSourceSchema })).output(foundBackupSchema),
  /**
   * Puts a backup in the place of the records, after it was opened with the password of one of its users or with the
   * recovery key, and checked whole. What was there before is kept beside it. Every window is signed out first; where
   * somebody is signed in to a sound store only an administrator may do it (NOT_ALLOWED). Gives where the old state lies.
   */
  restore: anyone
    .input(
      z.strictObject({
        source: backupSourceSchema,
        with: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('password'), userId: uuid, password: passwordSchema }),
          z.strictObject({ kind: z.literal('recoveryKey'), recoveryKey: z.string().max(80) }),
        ]),
      }),
    )
    .output(z.strictObject({ restoredFrom: instantSchema, keptAt: z.string().nullable() })),
};
