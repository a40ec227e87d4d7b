import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ownBackups } from '#backend/store/backupPlaces.ts';
import { Keeper } from '#backend/store/keeper.ts';
import type { RestoreWith } from '#backend/store/store.ts';
import { canMount, remount, smallDisk } from '../../support/disk.ts';
import { LATER, system } from './backedUp.ts';
import { migrations } from './direct.ts';
import { AT, clinic, doctor, newClinic, newConsultation, openStore, PASSWORD, temporaryFolder } from './folder.ts';

/** A clinic on a disk of `mib` MiB with a backup that lies elsewhere. */
async function onDisk(mib: number) {
  const mounted = smallDisk(mib * 1024);
  const made = await newClinic(join(mounted, 'clinic'));
  const { consultation } = await newConsultation(made);
  const { name } = await made.store.work('backup.make', { why: 'byHand', actor: system });
  const backup = join(temporaryFolder(), name);
  await made.store.work('backup.copy', { backup: join(ownBackups(made.folder), name), target: backup });
  const by: RestoreWith = { kind: 'password', userId: made.user.id, password: PASSWORD };
  return { ...made, consultation, mounted, backup, by };
}

describe.skipIf(!canMount)('disks (needs root and mount)', () => {
  test('a disk with too little room for a backup is told before anything is written, and saving goes on', async () => {
    const { mounted, folder, store, run, consultation } = await onDisk(100);
    writeFileSync(join(mounted, 'filler'), Buffer.alloc(50 * 1024 * 1024));
    const full = { fault: 'diskFull', message: expect.stringContaining('room') };
    await expect(store.work('backup.make', { why: 'hourly', actor: system })).rejects.toMatchObject(full);
    expect(readdirSync(ownBackups(folder))).toHaveLength(1);
    await run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'topic.more', value: 1 }], rev: 1 });
  });

  test('a disk with too little room for a restore keeps the old state', async () => {
    const { mounted, folder, store, backup, by, run } = await onDisk(100);
    writeFileSync(join(mounted, 'filler'), Buffer.alloc(50 * 1024 * 1024));
    await expect(store.work('restore.prepare', { backup, with: by, at: LATER })).rejects.toMatchObject({ fault: 'diskFull' });
    expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual([]);
    expect((await run('patients.recent', { limit: 1 })).total).toBe(1);
  });

  test('a folder that can’t be written takes no restore, and keeps the old state', async () => {
    const { mounted, folder, store, backup, by, user, actor } = await onDisk(200);
    await store.close();
    remount(mounted, 'ro');
    const again = openStore(folder);
    await expect(again.work('restore.prepare', { backup, with: by, at: LATER })).rejects.toMatchObject({ fault: 'readOnly' });
    remount(mounted, 'rw');
    await again.unlock({ userId: user.id, password: PASSWORD, at: LATER });
    expect((await again.run('patients.recent', { limit: 1 }, actor)).total).toBe(1);
  });

  test('a full stick takes no copy, and nothing of it is left there', async () => {
    const { store, backup } = await onDisk(200);
    const stick = smallDisk(1024);
    writeFileSync(join(stick, 'filler'), Buffer.alloc(900 * 1024));
    await expect(store.work('backup.copy', { backup, target: join(stick, 'Consultleaf backups', 'copy') })).rejects.toMatchObject({
      fault: 'diskFull',
    });
    expect(readdirSync(join(stick, 'Consultleaf backups'))).toEqual([]);
  });

  test('a backup on a stick that can’t be written is restored all the same', async () => {
    const { backup, by, user, actor } = await onDisk(200);
    const stick = smallDisk(10 * 1024);
    execFileSync('cp', ['-r', backup, join(stick, 'copy')]);
    remount(stick, 'ro');
    const store = openStore(join(temporaryFolder(), 'clinic'));
    await store.work('restore.prepare', { backup: join(stick, 'copy'), with: by, at: LATER });
    await store.work('restore.commit', { at: LATER });
    await store.unlock({ userId: user.id, password: PASSWORD, at: LATER });
    expect((await store.run('patients.recent', { limit: 1 }, actor)).total).toBe(1);
  });
});

/** A clinic made by a program that knows one migration less, and its keeper with all of them. */
async function beforeUpdate() {
  const folder = temporaryFolder();
  const older = new Keeper(folder, migrations.slice(0, -1));
  const { user } = await older.create({
    clinic,
    timeZone: 'Asia/Kolkata',
    sample: false,
    user: { name: doctor.name, roles: ['doctor', 'administrator'], doctor },
    password: PASSWORD,
    at: AT,
  });
  await older.close();
  return { folder, user };
}

describe('an update of the records', () => {
  test('begins with a backup that can be put back', async () => {
    const { folder, user } = await beforeUpdate();
    const store = openStore(folder);
    await store.unlock({ userId: user.id, password: PASSWORD, at: LATER });
    const [name = ''] = readdirSync(ownBackups(folder));
    const { why, schema } = await store.work('backup.verify', { backup: join(ownBackups(folder), name), actor: system });
    expect([why, schema]).toEqual(['beforeUpdate', migrations.length - 1]);
  });

  test('does not begin when that backup can’t be made', async () => {
    const { folder, user } = await beforeUpdate();
    writeFileSync(ownBackups(folder), 'a file in the way');
    const newer = new Keeper(folder, migrations);
    onTestFinished(() => newer.close());
    await expect(newer.unlock({ userId: user.id, password: PASSWORD, at: LATER })).rejects.toThrow();
    await newer.close();
    rmSync(ownBackups(folder));
    const older = new Keeper(folder, migrations.slice(0, -1));
    onTestFinished(() => older.close());
    expect((await older.unlock({ userId: user.id, password: PASSWORD, at: LATER })).id).toBe(user.id);
  });
});

test('a restored backup of an older program is brought up to date without another backup', async () => {
  const { folder, user } = await beforeUpdate();
  const store = openStore(folder);
  await store.unlock({ userId: user.id, password: PASSWORD, at: LATER });
  const [name = ''] = readdirSync(ownBackups(folder));
  const by: RestoreWith = { kind: 'password', userId: user.id, password: PASSWORD };
  await store.work('restore.prepare', { backup: join(ownBackups(folder), name), with: by, at: LATER });
  await store.lock();
  await store.work('restore.commit', { at: LATER });
  expect((await store.unlock({ userId: user.id, password: PASSWORD, at: LATER })).id).toBe(user.id);
  expect(readdirSync(ownBackups(folder))).toEqual([name]);
});
