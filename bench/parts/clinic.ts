import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { openUserSlot } from '#backend/store/keyring.ts';
import { readKeyring } from '#backend/store/keyringFile.ts';
import type { UserSlot } from '#backend/store/keyringFormat.ts';
import { readMigrations } from '#backend/store/migrate.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';
import { seedClinic } from '../../electron/cli/seedClinic.ts';

const ROOT = join(import.meta.dirname, '../..');
export const MIGRATIONS = readMigrations(new URL('../../electron/backend/store/migrations/', import.meta.url));
export const WORKER = new URL('../../electron/backend/store/worker.ts', import.meta.url);
export const PASSWORD = 'a long password for a benchmark';
const VISITS_EACH = 3;

/** A clinic of invented patients, as `npm run seed` makes it, in a folder that is gone with the process. */
export async function seededClinic(patients: number): Promise<{ folder: string; userId: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  const found = (await loadPacks(join(ROOT, 'templates/packs'))).find(({ pack }) => pack?.id === 'tacrolimus-fertility');
  if (!found?.pack || !found.ref) throw new Error('The topic pack has faults: npm run packs -- check');
  const started = performance.now();
  await seedClinic({
    folder,
    patients,
    visitsEach: VISITS_EACH,
    finals: 0,
    seed: 1,
    password: PASSWORD,
    migrations: MIGRATIONS,
    pack: { ...found, pack: found.pack, ref: found.ref },
    sample: await loadSampleVisit(join(ROOT, 'templates')),
    now: new Date(),
    paperOf: () => Promise.reject(new Error('No paper is made here.')),
    progress: () => undefined,
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${patients} patients and ${patients * VISITS_EACH} visits, ${megabytes(folder)} MB, made in ${seconds} s`);
  return { folder, userId: slotOf(folder).id };
}

/** Size of a folder's files, in whole megabytes. */
export function megabytes(folder: string): number {
  return Math.round(readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 2 ** 20);
}

function slotOf(folder: string): UserSlot {
  const slot = readKeyring(storeFiles(folder)).slots.find((found): found is UserSlot => found.kind === 'user');
  if (!slot) throw new Error('The keyring has no user.');
  return slot;
}

/** The master key of the clinic, and the id of its store. */
export async function openedKeyring(folder: string): Promise<{ masterKey: Buffer; store: string }> {
  const { store } = readKeyring(storeFiles(folder));
  return { store, masterKey: await openUserSlot(store, slotOf(folder), PASSWORD) };
}
