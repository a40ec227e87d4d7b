import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBackupName, ownBackups, restoreJournal, restoringFolder } from '#backend/store/backupPlaces.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { StoreFault } from '#backend/store/store.ts';
import { AT, clinic, doctor, newConsultation, openStore, PASSWORD, sunita, temporaryFolder, WORKER } from '../unit/store/folder.ts';
import { killAtChange, moments } from './killAtChange.ts';
import { plan, say, short } from './plan.ts';

const BACKUP = new URL('backupOnce.ts', import.meta.url);
const RESTORE = new URL('restoreOnce.ts', import.meta.url);
const later = { name: 'Meera Rao', recordNumber: 'A-2000', age: { kind: 'told' as const, years: 30, toldOn: '2026-12-05' } };

/** A clinic with a patient, and the same clinic with a backup of that and a patient who came later. */
async function makeClinics() {
  const plain = mkdtempSync(join(tmpdir(), 'consultleaf-torture-'));
  const withBackup = mkdtempSync(join(tmpdir(), 'consultleaf-torture-'));
  const store = openStoreWorker({ folder: withBackup, workerUrl: WORKER });
  const { user } = await store.create({
    clinic,
    timeZone: 'Asia/Kolkata',
    sample: false,
    user: { name: doctor.name, roles: ['doctor', 'administrator'], doctor },
    password: PASSWORD,
    at: AT,
  });
  const actor = { userId: user.id, at: AT };
  await newConsultation({ run: (command, input) => store.run(command, input, actor) });
  await store.lock();
  cpSync(withBackup, plain, { recursive: true });
  await store.unlock({ ...actor, password: PASSWORD });
  const { name } = await store.work('backup.make', { why: 'byHand', actor });
  await store.run('patients.add', later, actor);
  await store.close();
  return { plain, withBackup, name, userId: user.id };
}

interface Kill {
  folder: string;
  nth: number;
}

/** Kills the program at `times` moments, each on a fresh copy of `original`; gives what `fault` found wrong afterwards. */
async function killed(
  of: { what: string; program: URL; original: string; args: string[]; times: number; from?: number; weakenedBy?: URL },
  fault: (kill: Kill) => Promise<string | null>,
): Promise<string[]> {
  const copy = () => {
    const folder = temporaryFolder();
    cpSync(of.original, folder, { recursive: true });
    return { folder, args: [folder, WORKER.href, ...of.args.map((arg) => arg.replace(of.original, folder))] };
  };
  const whole = copy();
  const { changes } = await killAtChange(of.program, whole.args, [whole.folder], Number.POSITIVE_INFINITY);
  const wrong: string[] = [];
  let kills = 0;
  for (const nth of moments(of.times, changes, of.from)) {
    const { folder, args } = copy();
    const ended = await killAtChange(of.program, args, [folder], nth, of.weakenedBy);
    if (ended.killed) kills += 1;
    const found = await fault({ folder, nth });
    if (found) wrong.push(`killed at change ${nth} of ${changes}: ${found}`);
  }
  say(`${of.what}: ${kills} kills in ${of.times} runs of ${changes} changes, ${wrong.length} inconsistent`);
  expect(kills).toBeGreaterThan(of.times / 2);
  return wrong;
}

/** What is wrong with a store and its backups, as its user finds them; null when nothing is. */
async function wrongWith(folder: string, userId: string, patients: string[][]): Promise<string | null> {
  const store = openStore(folder);
  const actor = { userId, at: AT };
  try {
    await store.unlock({ ...actor, password: PASSWORD });
    await store.run('audit.verify', null, actor);
    const names = (await store.run('patients.recent', { limit: 9 }, actor)).rows.map(({ name }) => name).sort();
    if (!patients.some((expected) => expected.join() === names.join())) return `patients ${names.join()}`;
    const places = existsSync(ownBackups(folder)) ? readdirSync(ownBackups(folder)) : [];
    for (const name of places) {
      if (!isBackupName(name)) return `left over: ${name}`;
      await store.work('backup.verify', { backup: join(ownBackups(folder), name), actor });
    }
    return null;
  } catch (error) {
    if (error instanceof StoreFault) return error.fault;
    throw error;
  } finally {
    await store.close();
  }
}

let clinics: Awaited<ReturnType<typeof makeClinics>>;
beforeAll(async () => {
  clinics = await makeClinics();
});
afterAll(() => {
  for (const folder of [clinics.plain, clinics.withBackup]) rmSync(folder, { recursive: true, force: true });
});
const before = [sunita.name];
const after = [later.name, sunita.name].sort();

const killedBackups = (what: string, times: number, weakenedBy?: URL) =>
  killed(
    { what, program: BACKUP, original: clinics.plain, args: [clinics.userId, PASSWORD], times, ...(weakenedBy ? { weakenedBy } : {}) },
    ({ folder }) => wrongWith(folder, clinics.userId, [before]),
  );

const killedRestores = (what: string, times: number, from: number, meanwhile: (folder: string) => void) => {
  const backup = join(ownBackups(clinics.withBackup), clinics.name);
  const of = { what, program: RESTORE, original: clinics.withBackup, args: [clinics.userId, PASSWORD, backup], times, from };
  return killed(of, async ({ folder }) => {
    meanwhile(folder);
    const wrong = await wrongWith(folder, clinics.userId, [before, after]);
    if (wrong) return wrong;
    if (existsSync(restoreJournal({ folder })) || existsSync(restoringFolder({ folder }))) return 'a restore is left over';
    return null;
  });
};

test(`a program that is killed ${plan.backupKills} times while it makes a backup leaves the records and only whole backups`, async () => {
  expect(await killedBackups('backups', plan.backupKills)).toEqual([]);
});

// The short form has no time for the runs that have to lose.
if (!short)
  test('the same with a backup that has its name from the beginning leaves half backups: the test can fail', async () => {
    clinics = await makeClinics();
    const weak = new URL('weak/namedFromTheStart.ts', import.meta.url);
    expect((await killedBackups('weakened: backups', plan.backupKills, weak)).length).toBeGreaterThan(0);
  });

test(`a program that is killed ${plan.restoreKills} times while it restores a backup leaves the old records or the new, whole`, async () => {
  expect(await killedRestores('restores', plan.restoreKills, 0, () => undefined)).toEqual([]);
});

if (!short)
  test('the same without the note of what is being restored leaves a mixture: the test can fail', async () => {
    clinics = await makeClinics();
    const forget = (folder: string) => rmSync(restoreJournal({ folder }), { force: true });
    expect((await killedRestores('weakened: restores', plan.restoreKills, 0.6, forget)).length).toBeGreaterThan(0);
  });
