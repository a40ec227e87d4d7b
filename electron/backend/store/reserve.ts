import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { StoreFiles } from './storeFolder.ts';

/** Opening needs 32 KB for SQLite's index of its log of changes; the rest is for what is written then. */
const BYTES = 256 * 1024;

/**
 * Room on the disk that is kept in a file of no meaning, so that records can be opened and read when the disk is full.
 * Random, for a disk that compresses would keep no room for zeros. A disk that has none left keeps none.
 */
export function keepReserve(files: StoreFiles): void {
  if (existsSync(files.reserve)) return;
  try {
    writeFileSync(files.reserve, randomBytes(BYTES), { mode: 0o600 });
  } catch {
    rmSync(files.reserve, { force: true });
  }
}

/** Gives the room back to the disk; false when there was none. */
export function releaseReserve(files: StoreFiles): boolean {
  if (!existsSync(files.reserve)) return false;
  rmSync(files.reserve, { force: true });
  return true;
}
