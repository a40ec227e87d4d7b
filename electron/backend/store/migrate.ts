import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { checkIntegrity, openEncrypted } from './database.ts';
import { storeFault, withFaults } from './faults.ts';
import { renameDurably, syncFile } from './storeFolder.ts';

/** One numbered SQL file; `version` is the `user_version` that it leaves. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** Reads `0001-*.sql`, `0002-*.sql`, … in their order; a gap or a doubled number is an error of the build. */
export function readMigrations(folder: URL): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const version = Number(/^(\d{4})-/.exec(name)?.[1]);
    if (version !== index + 1) throw new Error(`Migration ${name} should have the number ${index + 1}.`);
    return { version, name, sql: readFileSync(new URL(name, folder), 'utf8') };
  });
}

export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Throws `newerVersion` when the database was written by a program that knows more migrations. */
export function refuseNewer(db: Database.Database, migrations: readonly Migration[]): void {
  if (schemaVersion(db) > migrations.length) throw storeFault('newerVersion');
}

/**
 * Brings a database up to date, each migration in a transaction of its own with its version inside. A database that
 * already holds something is first copied to `clinic.db.before-<version>`, and the copy is checked.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[], key: Buffer): void {
  refuseNewer(db, migrations);
  const present = schemaVersion(db);
  const pending = migrations.filter((migration) => migration.version > present);
  if (pending.length === 0) return;
  if (present > 0) copyVerified(db, `${db.name}.before-${migrations.length}`, key);
  for (const migration of pending)
    withFaults(() =>
      db
        .transaction(() => {
          db.exec(migration.sql);
          db.pragma(`user_version = ${migration.version}`);
        })
        .immediate(),
    );
}

/** Writes a copy under the same key, opens it, checks it whole, and only then gives it its name. */
function copyVerified(db: Database.Database, target: string, key: Buffer): void {
  const unchecked = `${target}.unchecked`;
  rmSync(unchecked, { force: true });
  withFaults(() => db.prepare('VACUUM INTO ?').run(unchecked));
  const copy = openEncrypted(unchecked, key);
  try {
    checkIntegrity(copy);
    if (schemaVersion(copy) !== schemaVersion(db) || rowCounts(copy) !== rowCounts(db)) throw storeFault('databaseDamaged');
  } finally {
    copy.close();
  }
  syncFile(unchecked);
  renameDurably(unchecked, target);
}

/** How many rows each table holds, as one text to compare. */
function rowCounts(db: Database.Database): string {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all();
  return tables.map((table) => `${table} ${db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get()}`).join('\n');
}
