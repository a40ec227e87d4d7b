import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { firstRows } from '#backend/store/createStore.ts';
import { newMasterKey, subkey } from '#backend/store/keys.ts';
import { type Migration, readMigrations } from '#backend/store/migrate.ts';
import { OpenStore } from '#backend/store/openStore.ts';
import type { Actor, StoreCommands } from '#backend/store/store.ts';
import { createPrivateFile, type StoreFiles, storeFiles } from '#backend/store/storeFolder.ts';
import { AT, clinic, doctor, PASSWORD, temporaryFolder } from './folder.ts';

export const migrations = readMigrations(new URL('../../../electron/backend/store/migrations/', import.meta.url));

export interface Direct {
  opened: OpenStore;
  files: StoreFiles;
  actor: Actor;
  run: <K extends keyof StoreCommands>(command: K, input: Parameters<StoreCommands[K]>[0], by?: Actor) => ReturnType<StoreCommands[K]>;
  /** Closes and opens again, as a restart does. */
  reopen: (known?: readonly Migration[]) => OpenStore;
  /** Opens what lies in the folder now; it was closed before. */
  reopenAsIs: () => OpenStore;
  /** Gives a connection the key of this store. */
  withKey: (db: Database.Database) => void;
}

/** A real encrypted store in this thread, without the worker and its passwords. */
export function directStore(known: readonly Migration[] = migrations): Direct {
  const files = storeFiles(temporaryFolder());
  const opening = { files, store: randomUUID(), masterKey: newMasterKey(), migrations: known, at: null };
  const user = { id: randomUUID(), name: doctor.name, roles: ['doctor' as const, 'administrator' as const], doctor };
  createPrivateFile(files.database);
  let opened = OpenStore.create(opening, (fresh) =>
    firstRows(fresh, opening.store, user, { clinic, timeZone: 'Asia/Kolkata', sample: false, user, password: PASSWORD, at: AT }),
  );
  onTestFinished(() => opened.close());
  const actor = { userId: user.id, at: AT };
  return {
    get opened() {
      return opened;
    },
    files,
    actor,
    run: (command, input, by = actor) => opened.run(command, input, by),
    reopen: (with_ = known) => {
      opened.close();
      opened = OpenStore.open({ ...opening, migrations: with_ });
      return opened;
    },
    reopenAsIs: () => {
      opened = OpenStore.open(opening);
      return opened;
    },
    withKey: (db) => {
      db.pragma("cipher = 'sqlcipher'");
      db.pragma('legacy = 4');
      db.pragma(`key = "x'${subkey(opening.masterKey, 'database').toString('hex')}'"`);
    },
  };
}

/** Changes a row that triggers guard, as somebody with the key and another program could. */
export function tamper(opened: OpenStore, sql: string): void {
  const triggers = opened.sql.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_no\\_%' ESCAPE '\\'",
  );
  for (const { name } of triggers) opened.sql.db.exec(`DROP TRIGGER ${name}`);
  opened.sql.db.exec(sql);
  for (const trigger of triggers) opened.sql.db.exec(trigger.sql);
}
