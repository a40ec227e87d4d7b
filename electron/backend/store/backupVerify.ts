import type Database from 'better-sqlite3';
import { Audit, CHAIN_START } from './audit.ts';
import { checkFiles, type Watch } from './backupFiles.ts';
import { bodyOfManifest, checkManifest, readManifest, writeManifest } from './backupFormat.ts';
import type { WorkKeys } from './backupKeys.ts';
import type { BackupManifest } from './backupManifest.ts';
import { checkIntegrity, openToRead, Sql } from './database.ts';
import { storeFault } from './faults.ts';
import { Head } from './head.ts';
import { schemaVersion } from './migrate.ts';
import { StoreFault } from './store.ts';
import { storeFiles } from './storeFolder.ts';

/** How many rows of each table a database holds. */
export function rowCounts(db: Database.Database): Record<string, number> {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all();
  return Object.fromEntries(tables.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0]));
}

/**
 * Checks a backup whole, without changing a byte of it: the seal of `backup.json`, every file's bytes, every page and index
 * of the database, the whole chain of the log, the sealed head for exactly its end, the rows of each table. `tell` hears
 * 0 to 1. Throws `backupDamaged` with what is wrong, and `backupIncomplete`.
 */
export function verifyBackup(backup: string, keys: WorkKeys, watch: Watch, tell: (done: number) => void): BackupManifest {
  const manifest = readManifest(backup);
  checkManifest(manifest, keys.backup);
  checkFiles(backup, manifest, watch, (done) => tell(done * 0.2));
  try {
    const db = openToRead(storeFiles(backup).database, keys.database);
    try {
      checkContents(db, manifest, backup, keys, watch, tell);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof StoreFault && DAMAGE.has(error.fault)) throw storeFault('backupDamaged', WHAT[error.fault]);
    throw error;
  }
  tell(1);
  return manifest;
}

const WHAT: Record<string, string> = {
  databaseDamaged: 'The records in this backup are damaged.',
  behindHead: 'The records in this backup don’t end where it says they do.',
  auditBroken: 'The log in this backup has been changed outside the program.',
};
const DAMAGE: ReadonlySet<string> = new Set(Object.keys(WHAT));

function checkContents(
  db: Database.Database,
  manifest: BackupManifest,
  backup: string,
  keys: WorkKeys,
  watch: Watch,
  tell: (done: number) => void,
): void {
  const sql = new Sql(db);
  if (sql.get<{ id: string }>('SELECT store_id AS id FROM meta')?.id !== manifest.store || schemaVersion(db) !== manifest.schema)
    throw storeFault('behindHead');
  checkIntegrity(db);
  watch.check();
  tell(0.5);
  const end = new Audit(sql, keys.audit).verify(CHAIN_START, (seq) => {
    tell(0.5 + (0.45 * seq) / manifest.audit.seq);
    watch.check();
  });
  const sealed = new Head(storeFiles(backup), manifest.store, keys.head).read();
  for (const said of [manifest.audit, sealed]) if (end.seq !== said.seq || end.mac !== said.mac) throw storeFault('behindHead');
  const counts = rowCounts(db);
  const tables = new Set([...Object.keys(counts), ...Object.keys(manifest.counts)]);
  for (const table of tables) if (counts[table] !== manifest.counts[table]) throw storeFault('behindHead');
}

/** Checks a backup and writes into its `backup.json` when it was found whole, or that it no longer is. */
export function verifyAndMark(backup: string, keys: WorkKeys, at: string, watch: Watch): BackupManifest {
  const mark = (verifiedAt: string | null) => {
    const manifest = readManifest(backup);
    checkManifest(manifest, keys.backup);
    return writeManifest(backup, { ...bodyOfManifest(manifest), verifiedAt }, keys.backup);
  };
  try {
    verifyBackup(backup, keys, watch, (done) => watch.tell('verify', done));
  } catch (error) {
    if (error instanceof StoreFault && error.fault === 'backupDamaged') {
      try {
        mark(null);
      } catch {
        // Its own backup.json is what is damaged, or its disk can't be written: there is no place for the mark.
      }
    }
    throw error;
  }
  return mark(at);
}
