import { cpSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BackupSource } from '#core/contract/backups.ts';
import { clinic, doctor, PASSWORD } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { transports } from '../../support/transports.ts';
import { another, later, start, stick, withBackup } from './backedUp.ts';

describe.each(transports)('over %s', (_name, open) => {
  test('a backup made by hand is whole and listed; going back to it signs everybody out and keeps what was there', async () => {
    const { client, transport, source, byPassword, user } = await withBackup(open);
    const state = await client.backups.read();
    expect(state).toMatchObject({ running: null, lastFault: null, lastTrial: null, secondPlace: null, secondPlaceThere: false });
    expect(state.backups).toMatchObject([
      { place: 'own', why: 'byHand', madeAt: '2026-11-22T06:00:00.000Z', verifiedAt: '2026-11-22T06:00:00.000Z' },
    ]);
    expect(state.reminders).toEqual(['noSecondPlace']);
    await client.patients.add(another(1));
    const other = await transport.openWindow();
    await other.app.signIn({ userId: user.id, password: PASSWORD });
    expect(await other.backups.look({ source })).toMatchObject({
      madeAt: '2026-11-22T06:00:00.000Z',
      users: [{ id: user.id, name: doctor.name }],
    });
    const { restoredFrom, keptAt } = await client.backups.restore({ source, with: byPassword });
    expect(restoredFrom).toBe('2026-11-22T06:00:00.000Z');
    expect(readdirSync(keptAt ?? '').sort()).toEqual(['clinic.db', 'head.json', 'keyring.json']);
    for (const window of [client, other]) expect(await window.app.status()).toMatchObject({ state: 'locked', user: null, fault: null });
    await client.app.signIn({ userId: user.id, password: PASSWORD });
    expect((await client.patients.recent()).total).toBe(1);
    expect((await client.backups.read()).backups.map(({ why }) => why)).toEqual(['beforeRestore', 'byHand']);
  });
});

test('after going back, what is written next is backed up like everything', async () => {
  const running = await withBackup();
  const { client, backend, source, byPassword, user } = running;
  for (const n of [1, 2, 3]) await client.patients.add(another(n));
  later(running, 2);
  await backend.look();
  await client.backups.restore({ source, with: byPassword });
  await client.app.signIn({ userId: user.id, password: PASSWORD });
  later(running, 2);
  await backend.look();
  const { backups } = await client.backups.read();
  expect(backups[0]).toMatchObject({ why: 'hourly', madeAt: backend.now.toISOString() });
});

test('a damaged backup is found out, named, and not restored', async () => {
  const { client, backend, backup, source, byPassword } = await withBackup();
  truncateSync(join(backend.dataDir, 'clinic', 'backups', backup.id, 'clinic.db'), 8192);
  expect(await errorOf(client.backups.verify({ place: 'own', id: backup.id }))).toMatchObject({
    code: 'STORE_FAULT',
    data: { fault: 'backupDamaged' },
  });
  expect(await client.backups.read()).toMatchObject({ backups: [{ verifiedAt: null }], lastFault: expect.stringContaining('clinic.db') });
  expect(await errorOf(client.backups.restore({ source, with: byPassword }))).toMatchObject({
    code: 'STORE_FAULT',
    data: { fault: 'backupDamaged' },
  });
  expect((await client.patients.recent()).total).toBe(1);
});

describe('getting records back', () => {
  test('works where they are damaged and nobody can sign in', async () => {
    const { client, backend, user, backup, source, byPassword } = await withBackup();
    await client.app.signOut();
    truncateSync(join(backend.dataDir, 'clinic', 'clinic.db'), 0);
    expect(await client.app.status()).toMatchObject({ state: 'locked', fault: { fault: 'databaseEmpty' } });
    expect(await client.backups.find()).toMatchObject([{ id: backup.id, place: 'own' }]);
    expect(await client.backups.restore({ source, with: byPassword })).toMatchObject({ restoredFrom: backup.madeAt });
    expect(await client.app.status()).toMatchObject({ state: 'locked', fault: null, users: [{ id: user.id }] });
    await client.app.signIn({ userId: user.id, password: PASSWORD });
    expect((await client.patients.recent()).total).toBe(1);
  });

  test('works on another computer, from a stick, with the recovery key', async () => {
    const { recoveryKey, backend, backup, user } = await withBackup();
    const folder = stick();
    cpSync(join(backend.dataDir, 'clinic', 'backups'), join(folder, 'Consultleaf backups'), { recursive: true });
    const { client } = await start();
    expect(await client.app.status()).toMatchObject({ state: 'first' });
    expect(await client.backups.find()).toEqual([]);
    const source: BackupSource = { from: 'folder', path: folder };
    expect(await client.backups.look({ source })).toMatchObject({ madeAt: backup.madeAt, users: [{ id: user.id, name: doctor.name }] });
    expect(await client.backups.restore({ source, with: { kind: 'recoveryKey', recoveryKey } })).toEqual({
      restoredFrom: backup.madeAt,
      keptAt: null,
    });
    expect(await client.app.status()).toMatchObject({ state: 'locked', users: [{ id: user.id }] });
    await client.app.signIn({ userId: user.id, password: PASSWORD });
    expect(await client.clinic.read()).toMatchObject({ clinic: { name: clinic.name } });
    expect((await client.patients.recent()).total).toBe(1);
  });

  test('a folder without a backup is told apart, with what is missing', async () => {
    const { client } = await start();
    const folder = stick();
    for (const path of [folder, join(folder, 'nowhere')])
      expect(await errorOf(client.backups.look({ source: { from: 'folder', path } }))).toMatchObject({ code: 'NOT_FOUND' });
    const relative = await errorOf(client.backups.look({ source: { from: 'folder', path: 'backups' } }));
    expect(relative).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('whole path') });
    const gone: BackupSource = { from: 'list', place: 'own', id: '2026-01-01T00-00-00Z' };
    expect(await errorOf(client.backups.look({ source: gone }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('wrong passwords wait as at the sign-in', async () => {
    const { client, source, byPassword, user } = await withBackup();
    await client.app.signOut();
    const wrong = { ...byPassword, password: 'not the password' };
    for (const waits of [false, false, true]) {
      const error = await errorOf(client.backups.restore({ source, with: wrong }));
      expect(error).toMatchObject({ code: 'WRONG_PASSWORD', data: waits ? { waitSeconds: 1 } : {} });
    }
    expect(await errorOf(client.app.signIn({ userId: user.id, password: PASSWORD }))).toMatchObject({
      code: 'WRONG_PASSWORD',
      message: /Wait/,
    });
  });

  test('is for an administrator where somebody is signed in', async () => {
    const running = await start();
    await running.backend.withUser(['doctor']);
    const { client } = running;
    const [user] = (await client.app.status()).users;
    const userId = user?.id ?? '';
    await client.app.signIn({ userId, password: PASSWORD });
    const [backup] = (await client.backups.make()).backups;
    const call = () =>
      client.backups.restore({
        source: { from: 'list', place: 'own', id: backup?.id ?? '' },
        with: { kind: 'password', userId, password: PASSWORD },
      });
    expect(await errorOf(call())).toMatchObject({ code: 'NOT_ALLOWED' });
    await client.app.signOut();
    expect(await call()).toMatchObject({ restoredFrom: backup?.madeAt });
  });
});
