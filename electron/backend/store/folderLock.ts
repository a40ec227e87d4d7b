import Database from 'better-sqlite3';
import { faultBehind } from './faults.ts';

/**
 * The exclusive hold on a store's folder: an open EXCLUSIVE transaction on an empty database beside the store. The
 * operating system releases it when the process ends in any way, so it never has to be cleaned up. No other code of
 * this process may open and close the lock's file: on POSIX systems that would drop the lock.
 */
export interface FolderLock {
  release(): void;
}

/** Takes the lock; throws `lockedByOther` when another store has it, `readOnly` when the folder can't be written. */
export function lockFolder(file: string): FolderLock {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    // On a file that can't be written everybody gets an "exclusive" transaction; a write inside it tells.
    db.pragma('user_version = 1');
  } catch (error) {
    db?.close();
    throw faultBehind(error) ?? error;
  }
  const held = db;
  return { release: () => held.close() };
}
