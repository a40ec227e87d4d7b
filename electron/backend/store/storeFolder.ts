import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { holdsBackups, ownBackups, restoreJournal } from './backupPlaces.ts';

/** Files of a store, by what they are for. */
export interface StoreFiles {
  folder: string;
  database: string;
  keyring: string;
  /** The keyring of a store that is being created; renamed to `keyring` as the last step. */
  keyringCreating: string;
  head: string;
  /** Who was erased: kept when a backup is put back. */
  erased: string;
  /** Room for opening on a full disk: `reserve.ts`. */
  reserve: string;
  lock: string;
}

export function storeFiles(folder: string): StoreFiles {
  return {
    folder,
    database: join(folder, 'clinic.db'),
    keyring: join(folder, 'keyring.json'),
    keyringCreating: join(folder, 'keyring.creating.json'),
    head: join(folder, 'head.json'),
    erased: join(folder, 'erased.json'),
    reserve: join(folder, 'reserve.bin'),
    lock: join(folder, 'store.lock'),
  };
}

/** SQLite's own files beside a database. */
export function sideFiles(database: string): string[] {
  return [`${database}-wal`, `${database}-shm`, `${database}-journal`];
}

/** Which of the files of a store are there. `databaseBytes` is null when there is no database file. */
export interface Presence {
  keyring: boolean;
  databaseBytes: number | null;
  head: boolean;
  /** A creation that was interrupted before its last step: nothing in it was ever acknowledged. */
  unfinished: boolean;
  /** Finished backups, a restore that is to be finished, or who was erased: there was a store here. */
  traces: boolean;
  /** Files that stand beside others only: what they belong to was lost, or a creation was interrupted. */
  remains: boolean;
}

export function presence(files: StoreFiles): Presence {
  const keyring = existsSync(files.keyring);
  return {
    keyring,
    databaseBytes: existsSync(files.database) ? statSync(files.database).size : null,
    head: existsSync(files.head),
    unfinished: !keyring && existsSync(files.keyringCreating),
    traces:
      existsSync(restoreJournal(files)) ||
      holdsBackups(ownBackups(files.folder)) ||
      existsSync(files.erased) ||
      oldCopies(files).length > 0 ||
      holdsReplaced(files.folder),
    remains: [...sideFiles(files.database), files.reserve, `${files.keyring}.new`, `${files.head}.new`].some((file) => existsSync(file)),
  };
}

/** Whether nothing of a store is there that was ever in use. */
export function isAbsent(there: Presence): boolean {
  if (there.traces || there.keyring) return false;
  return there.unfinished || (there.databaseBytes === null && !there.head && !there.remains);
}

/** Makes the folder, readable by its owner only. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Takes away what an interrupted creation left. */
export function clearUnfinished(files: StoreFiles): void {
  for (const file of [files.database, ...sideFiles(files.database), files.head, files.reserve, files.keyringCreating])
    rmSync(file, { force: true });
}

/** Takes away the copies from before a migration: the program has worked with what came of it since. */
export function removeOldCopies(files: StoreFiles): void {
  for (const copy of oldCopies(files)) rmSync(copy, { force: true });
}

/** Copies from before a migration. */
function oldCopies(files: StoreFiles): string[] {
  const begins = `${basename(files.database)}.before-`;
  return namesIn(files.folder)
    .filter((name) => name.startsWith(begins))
    .map((name) => join(files.folder, name));
}

/** The state from before a restore is kept in folders of this name. */
const holdsReplaced = (folder: string) => namesIn(folder).some((name) => name.startsWith('before-restore-'));

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** Makes an empty file that only its owner can read; SQLite gives its side files the same rights. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What a file holds; null where it isn't JSON. */
export function jsonOrNull(file: string): unknown {
  try {
    return readJson(file);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Writes a file so that after a power cut either the old or the new content is there, whole. */
export function writeDurably(file: string, content: string): void {
  const temporary = `${file}.new`;
  const fd = openSync(temporary, 'w', 0o600);
  try {
    writeSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameDurably(temporary, file);
}

/** Renames and makes the new name survive a power cut. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(join(to, '..'));
}

/** Makes what was written to a file survive a power cut. */
export function syncFile(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Makes the names in a folder survive a power cut. Windows can't open a folder for this and keeps names in its journal. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
