import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ownBackups } from '#backend/store/backupPlaces.ts';
import type { RestoreWith, Store } from '#backend/store/store.ts';
import { AT, type Clinic, newClinic, newConsultation, openStore, PASSWORD, temporaryFolder } from './folder.ts';

export const LATER = '2026-12-06T08:30:00.000Z';
export const system = { userId: 'system', at: LATER } as const;

/** Gives copies of a clinic with one patient and one backup of her, which is made once for all tests of a file. */
export function backedUpClinics() {
  const shared = mkdtempSync(join(tmpdir(), 'consultleaf-backup-'));
  afterAll(() => rmSync(shared, { recursive: true, force: true }));
  const make = async () => {
    const { store, user, recoveryKey, actor, ...made } = await newClinic(join(shared, 'clinic'));
    await newConsultation(made);
    const { name, manifest } = await store.work('backup.make', { why: 'byHand', actor: system });
    await store.close();
    return { user, recoveryKey, actor, name, manifest };
  };
  let once: ReturnType<typeof make> | undefined;
  /** The clinic in a folder of its own, open. */
  return async () => {
    once ??= make();
    const made = await once;
    const folder = join(temporaryFolder(), 'clinic');
    cpSync(join(shared, 'clinic'), folder, { recursive: true });
    const store = openStore(folder);
    await store.unlock({ userId: made.user.id, password: PASSWORD, at: AT });
    const run: Clinic['run'] = (command, input) => store.run(command, input, made.actor);
    return { ...made, folder, store, run, backup: join(ownBackups(folder), made.name) };
  };
}

/** Changes one byte in the middle of a file. */
export function flip(file: string, at = Math.floor(statSync(file).size / 2)): void {
  const byte = readFileSync(file)[at] ?? 0;
  const fd = openSync(file, 'r+');
  writeSync(fd, Buffer.from([byte ^ 1]), 0, 1, at);
  closeSync(fd);
}

/** Puts a backup in the place of the records, as the program does. */
export async function restore(store: Store, backup: string, by: RestoreWith) {
  const { madeAt } = await store.work('restore.prepare', { backup, with: by, at: LATER });
  await store.lock();
  return { madeAt, ...(await store.work('restore.commit', { at: LATER })) };
}

export const withPassword = ({ user }: Pick<Clinic, 'user'>): RestoreWith => ({ kind: 'password', userId: user.id, password: PASSWORD });
