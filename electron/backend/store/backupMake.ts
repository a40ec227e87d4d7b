import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Audit } from './audit.ts';
import { assertRoom, describeFile, type Watch } from './backupFiles.ts';
import { writeManifest } from './backupFormat.ts';
import type { WorkKeys } from './backupKeys.ts';
import type { BackupManifest } from './backupManifest.ts';
import { backupName, ownBackups, partialOf } from './backupPlaces.ts';
import { rowCounts, verifyBackup } from './backupVerify.ts';
import { openEncrypted, openToRead, Sql } from './database.ts';
import { faultBehind, storeFault } from './faults.ts';
import { Head } from './head.ts';
import { readKeyring } from './keyringFile.ts';
import { schemaVersion } from './migrate.ts';
import { makeFolder, renameDurably, type StoreFiles, sideFiles, storeFiles, syncFile, syncFolder } from './storeFolder.ts';

export interface Making {
  files: StoreFiles;
  /** Id of the store. */
  store: string;
  keys: WorkKeys;
  why: BackupManifest['why'];
  /** The instant at which it is made; its folder is named after it. */
  at: string;
}

/**
 * Makes a backup beside the records and checks it whole; the store may go on writing through another connection. Until
 * the last step it is called `<name>.partial` and counts for nothing. Gives its name and what it holds. Throws
 * `diskFull` before anything is written when the room would not be enough, `readOnly`, `databaseDamaged` and
 * `backupDamaged` when what was written can't be read back; then nothing of it is left.
 */
export function makeBackup({ files, store, keys, why, at }: Making, watch: Watch): { name: string; manifest: BackupManifest } {
  const place = ownBackups(files.folder);
  try {
    makeFolder(place);
    assertRoom(place, databaseBytes(files));
  } catch (error) {
    throw faultBehind(error) ?? error;
  }
  const madeAt = freeInstant(place, at);
  const name = backupName(madeAt);
  const partial = partialOf(join(place, name));
  try {
    mkdirSync(partial, { mode: 0o700 });
    const counts = copyDatabase(files, partial, keys.database, watch);
    watch.check();
    copyKeyring(files, partial);
    const inside = storeFiles(partial);
    const { schema, audit } = sealHead(inside, store, keys);
    const described = {
      'clinic.db': describeFile(inside.database),
      'head.json': describeFile(inside.head),
      'keyring.json': describeFile(inside.keyring),
    };
    const body = { format: 'consultleaf-backup', version: 1, store, madeAt, why, schema, files: described, counts, audit } as const;
    writeManifest(partial, { ...body, verifiedAt: at }, keys.backup);
    syncFolder(partial);
    const manifest = verifyBackup(partial, keys, watch, (done) => watch.tell('verify', done));
    renameDurably(partial, join(place, name));
    return { name, manifest };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw faultBehind(error) ?? error;
  }
}

const databaseBytes = ({ database }: StoreFiles) =>
  [database, ...sideFiles(database)].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);

/** A second is the finest that a name tells: two backups of one second get two names. */
function freeInstant(place: string, at: string): string {
  let instant = at;
  const taken = () => [join(place, backupName(instant)), partialOf(join(place, backupName(instant)))].some((folder) => existsSync(folder));
  while (taken()) instant = new Date(Date.parse(instant) + 1000).toISOString();
  return instant;
}

/** Writes a whole copy under the same key. Gives its rows by table, which must lie between those before and after. */
function copyDatabase(files: StoreFiles, partial: string, key: Buffer, watch: Watch): Record<string, number> {
  const target = storeFiles(partial).database;
  const source = openEncrypted(files.database, key);
  let before: Record<string, number>;
  let after: Record<string, number>;
  try {
    watch.tell('copy', 0);
    before = rowCounts(source);
    source.prepare('VACUUM INTO ?').run(target);
    after = rowCounts(source);
  } finally {
    source.close();
  }
  syncFile(target);
  const copied = reading(target, key, rowCounts);
  for (const [table, count] of Object.entries(copied)) {
    const [from = -1, to = -1] = [before[table], after[table]];
    if (count < Math.min(from, to) || count > Math.max(from, to)) throw storeFault('backupDamaged', 'The copy doesn’t hold every row.');
  }
  return copied;
}

function copyKeyring(files: StoreFiles, partial: string): void {
  const { keyring } = storeFiles(partial);
  copyFileSync(files.keyring, keyring);
  syncFile(keyring);
  readKeyring(storeFiles(partial));
}

/** The head file for exactly the state of the copy, which is an older one than the store's as soon as that writes on. */
function sealHead(inside: StoreFiles, store: string, keys: WorkKeys): Pick<BackupManifest, 'schema' | 'audit'> {
  return reading(inside.database, keys.database, (db) => {
    const end = new Audit(new Sql(db), keys.audit).end();
    const head = new Head(inside, store, keys.head);
    head.note(end);
    head.flush();
    return { schema: schemaVersion(db), audit: { seq: end.seq, mac: end.mac } };
  });
}

function reading<T>(file: string, key: Buffer, work: (db: Database.Database) => T): T {
  const db = openToRead(file, key);
  try {
    return work(db);
  } finally {
    db.close();
  }
}
