import { readdirSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { storeFault, withFaults } from './faults.ts';

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
 * already holds something is first backed up by `before`; when that fails nothing is changed.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[], before: () => void): void {
  refuseNewer(db, migrations);
  const present = schemaVersion(db);
  const pending = migrations.filter((migration) => migration.version > present);
  if (pending.length === 0) return;
  if (present > 0) before();
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
