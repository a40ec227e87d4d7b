import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownBackups, partialOf } from '#backend/store/backupPlaces.ts';
import { swapSteps } from '#backend/store/restoreSwap.ts';
import type { RestoreWith } from '#backend/store/store.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';
import { backedUpClinics, flip, LATER, restore, withPassword } from './backedUp.ts';
import { AT, clinic, filesOf, openStore, PASSWORD, sunita, temporaryFolder } from './folder.ts';

const withBackup = backedUpClinics();

describe('on another computer', () => {
  test.each(['password', 'recoveryKey'] as const)('a backup opens with the %s and holds everything', async (kind) => {
    const made = await withBackup();
    const { run } = made;
    await run('patients.add', { ...sunita, name: 'Meera Shah', recordNumber: 'A-2000' });
    const elsewhere = temporaryFolder();
    cpSync(made.backup, join(elsewhere, 'stick'), { recursive: true });
    const folder = join(elsewhere, 'clinic');
    const store = openStore(folder);
    expect((await store.state()).state).toBe('absent');
    const by: RestoreWith = kind === 'password' ? withPassword(made) : { kind, recoveryKey: made.recoveryKey };
    expect(await restore(store, join(elsewhere, 'stick'), by)).toEqual({ madeAt: LATER, keptAt: null });
    expect(await store.state()).toMatchObject({ state: 'closed', users: [{ id: made.user.id }], fault: null });
    await store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
    const { rows, total } = await store.run('patients.recent', { limit: 5 }, made.actor);
    expect([total, rows[0]?.name]).toEqual([1, sunita.name]);
    const log = await store.run('audit.list', { afterSeq: made.manifest.audit.seq, limit: 1 }, made.actor);
    const userId = kind === 'password' ? made.user.id : 'system';
    expect(log).toMatchObject([{ action: 'backup.restore', subject: made.name, userId, at: LATER }]);
    await store.run('audit.verify', null, made.actor);
    expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual([]);
  });
});

test('a wrong password and a wrong recovery key open no backup and change nothing', async () => {
  const made = await withBackup();
  const before = filesOf(made.backup);
  const wrong: RestoreWith[] = [
    { kind: 'password', userId: made.user.id, password: 'not the password' },
    { kind: 'password', userId: '00000000-0000-4000-8000-000000000000', password: PASSWORD },
    { kind: 'recoveryKey', recoveryKey: made.recoveryKey.replace(/^./, (sign) => (sign === '7' ? '8' : '7')) },
  ];
  for (const by of wrong) await expect(restore(made.store, made.backup, by)).rejects.toMatchObject({ fault: 'wrongPassword' });
  expect(filesOf(made.backup)).toEqual(before);
  expect((await made.run('patients.recent', { limit: 1 })).total).toBe(1);
});

describe('records that are not sound', () => {
  const harms: [what: string, harm: (folder: string) => void, kept: string[]][] = [
    ['a damaged database', (folder) => flip(join(folder, 'clinic.db'), 20), ['clinic.db', 'head.json', 'keyring.json']],
    ['an empty database', (folder) => truncateSync(join(folder, 'clinic.db'), 0), ['clinic.db', 'head.json', 'keyring.json']],
    ['no keyring', (folder) => rmSync(join(folder, 'keyring.json')), ['clinic.db', 'head.json']],
    ['a damaged head', (folder) => flip(join(folder, 'head.json')), ['clinic.db', 'head.json', 'keyring.json']],
    [
      'no records at all beside their backups',
      (folder) => {
        for (const file of ['clinic.db', 'head.json', 'keyring.json']) rmSync(join(folder, file));
      },
      [],
    ],
  ];
  test.each(harms)('come back from a backup, and what was there is kept: %s', async (_what, harm, kept) => {
    const made = await withBackup();
    await made.store.close();
    harm(made.folder);
    const store = openStore(made.folder);
    expect((await store.state()).state).toBe('closed');
    await expect(
      store.create({
        clinic,
        timeZone: 'Asia/Kolkata',
        sample: false,
        user: { name: 'X', roles: ['doctor'] },
        password: PASSWORD,
        at: AT,
      }),
    ).rejects.toMatchObject({ fault: 'alreadyExists' });
    const { keptAt } = await restore(store, made.backup, withPassword(made));
    expect(keptAt === null ? [] : readdirSync(keptAt).sort()).toEqual(kept);
    await store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
    expect((await store.run('patients.recent', { limit: 1 }, made.actor)).total).toBe(1);
  });
});

test('going back keeps the state from before it, whole', async () => {
  const made = await withBackup();
  await made.run('patients.add', { ...sunita, name: 'Meera Shah', recordNumber: 'A-2000' });
  const { keptAt } = await restore(made.store, made.backup, withPassword(made));
  await made.store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
  expect((await made.run('patients.recent', { limit: 9 })).total).toBe(1);
  await made.store.close();
  const older = openStore(keptAt ?? '');
  await older.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
  expect((await older.run('patients.recent', { limit: 9 }, made.actor)).total).toBe(2);
});

test('a restore that is interrupted between any two of its steps is finished at the next start', async () => {
  const made = await withBackup();
  await made.run('patients.add', { ...sunita, name: 'Meera Shah', recordNumber: 'A-2000' });
  await made.store.work('restore.prepare', { backup: made.backup, with: withPassword(made), at: LATER });
  await made.store.close();
  const journal = { format: 'consultleaf-restore', version: 1, keep: 'before-restore-x' };
  const startIn = (folder: string) => {
    cpSync(made.folder, folder, { recursive: true });
    writeFileSync(join(folder, 'restore.json'), JSON.stringify(journal));
    return swapSteps(storeFiles(folder));
  };
  const steps = [...startIn(join(temporaryFolder(), 'all'))];
  expect(steps.filter((step) => step.startsWith('keyring'))).toHaveLength(2);
  for (let done = 0; done <= steps.length; done += 1) {
    const folder = join(temporaryFolder(), 'clinic');
    const going = startIn(folder);
    for (let step = 0; step < done; step += 1) going.next();
    const store = openStore(folder);
    expect(await store.state(), `after ${steps[done - 1]}`).toMatchObject({ state: 'closed', fault: null });
    await store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
    expect((await store.run('patients.recent', { limit: 9 }, made.actor)).total).toBe(1);
    expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual(['before-restore-x']);
    expect(readdirSync(join(folder, 'before-restore-x'))).toEqual(expect.arrayContaining(['clinic.db', 'head.json', 'keyring.json']));
    await store.close();
  }
});

test('a restore that was only prepared leaves the old state, and nothing of itself after the next start', async () => {
  const made = await withBackup();
  await made.run('patients.add', { ...sunita, name: 'Meera Shah', recordNumber: 'A-2000' });
  await made.store.work('restore.prepare', { backup: made.backup, with: withPassword(made), at: LATER });
  expect(existsSync(join(made.folder, 'restoring'))).toBe(true);
  await made.store.close();
  mkdirSync(partialOf(join(ownBackups(made.folder), '2026-12-06T08-31-00Z')));
  const store = openStore(made.folder);
  await store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
  expect((await store.run('patients.recent', { limit: 9 }, made.actor)).total).toBe(2);
  expect(existsSync(join(made.folder, 'restoring'))).toBe(false);
  expect(readdirSync(ownBackups(made.folder))).toEqual([made.name]);
});
