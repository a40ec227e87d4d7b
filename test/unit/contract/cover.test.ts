import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { firstStart, PASSWORD, workers } from '../../support/backend.ts';
import { client, programOfEachTest, running, transport } from '../../support/program.ts';
import { type Client, transports } from '../../support/transports.ts';

const PIN = '2468';
const HOUR_MS = 60 * 60_000;
const FIRST = 'a first password';
const code = (expected: string, data: object = {}) => expect.objectContaining({ code: expected, data: expect.objectContaining(data) });

describe.each(transports)('over %s', (_name, open) => {
  let userId: string;
  const begin = async () => {
    userId = (await client.app.setUp(firstStart)).user.id;
  };
  programOfEachTest({ open, begin });

  /** SQLite takes this file away when the last connection is closed: the store is locked and its keys are gone. */
  const isOpen = () => existsSync(join(running.dataDir, 'clinic', 'clinic.db-wal'));
  const setPin = () => client.account.setPin({ ownPassword: PASSWORD, pin: PIN });
  const later = (hours: number) => {
    running.now = new Date(running.now.getTime() + hours * HOUR_MS);
  };

  test('without a PIN a covered window is signed out, and the store is locked', async () => {
    expect(await client.app.status()).toMatchObject({ hasPin: false, idleMinutes: 10 });
    expect(await client.app.cover()).toMatchObject({ state: 'locked', covered: null, users: [{ id: userId }] });
    expect(isOpen()).toBe(false);
    expect(await client.app.cover()).toMatchObject({ state: 'locked', covered: null });
    await expect(client.app.uncover({ pin: PIN })).rejects.toEqual(code('NOT_SIGNED_IN'));
  });

  test('with a PIN it is covered at once, answers nothing, and comes back as it was', async () => {
    expect(await setPin()).toEqual({ hasPin: true });
    expect(await client.app.status()).toMatchObject({ hasPin: true });
    const covered = { state: 'locked', user: null, clinicName: null, covered: { user: { id: userId, name: 'Dr T. TEST' }, triesLeft: 3 } };
    expect(await client.app.cover()).toMatchObject(covered);
    expect(await client.app.cover()).toMatchObject(covered);
    await expect(client.patients.recent()).rejects.toEqual(code('NOT_SIGNED_IN'));
    await expect(client.account.setPin({ ownPassword: PASSWORD, pin: null })).rejects.toEqual(code('NOT_SIGNED_IN'));
    expect(isOpen()).toBe(true);
    await expect(client.app.uncover({ pin: '2469' })).rejects.toEqual(code('WRONG_PASSWORD', { triesLeft: 2 }));
    expect(await client.app.status()).toMatchObject({ covered: { triesLeft: 2 } });
    later(11);
    expect(await client.app.uncover({ pin: PIN })).toMatchObject({ id: userId });
    expect(await client.app.status()).toMatchObject({ state: 'open', covered: null });
    expect(await client.patients.recent()).toMatchObject({ total: 0 });
    expect((await client.app.cover()).covered).toMatchObject({ triesLeft: 3 });
  });

  test('three wrong PINs end it wherever she is covered, and the password opens again', async () => {
    await setPin();
    const second = await transport.openWindow();
    await second.app.signIn({ userId, password: PASSWORD });
    await client.app.cover();
    await second.app.cover();
    const wrong = (window: Client) => window.app.uncover({ pin: '0000' });
    await expect(wrong(client)).rejects.toEqual(code('WRONG_PASSWORD', { triesLeft: 2 }));
    await expect(wrong(second)).rejects.toEqual(code('WRONG_PASSWORD', { triesLeft: 1 }));
    await expect(wrong(client)).rejects.toEqual(code('WRONG_PASSWORD', { triesLeft: 0 }));
    for (const window of [client, second]) {
      expect(await window.app.status()).toMatchObject({ state: 'locked', covered: null });
      await expect(window.app.uncover({ pin: PIN })).rejects.toEqual(code('NOT_SIGNED_IN'));
    }
    expect(isOpen()).toBe(false);
    await client.app.signIn({ userId, password: PASSWORD });
    expect(await client.app.status()).toMatchObject({ state: 'open', hasPin: true });
  });

  test('twelve hours after the password the PIN is no good any more, and the store is locked', async () => {
    await setPin();
    await client.app.cover();
    later(12);
    await expect(client.app.uncover({ pin: PIN })).rejects.toEqual(code('NOT_SIGNED_IN'));
    expect(await client.app.status()).toMatchObject({ state: 'locked', covered: null });
    expect(isOpen()).toBe(false);
  });

  test('reception’s window goes on beside a covered one, and the store is locked when the last one ends', async () => {
    await setPin();
    const person = { name: 'Ravi Menon', roles: ['reception' as const], password: FIRST, ownPassword: PASSWORD };
    const { id } = await client.users.add(person);
    const reception = await transport.openWindow();
    await reception.app.signIn({ userId: id, password: FIRST });
    await reception.account.changePassword({ ownPassword: FIRST, newPassword: PASSWORD });
    await client.app.cover();
    expect(await reception.calls.list()).toEqual([]);
    await reception.app.signOut();
    expect(isOpen()).toBe(true);
    await running.backend.signOutEverywhere();
    expect(isOpen()).toBe(false);
    expect(await client.app.status()).toMatchObject({ state: 'locked', covered: null });
  });

  test('another person signs in over a covered window, or switches in an open one, with her password alone', async () => {
    await setPin();
    const person = { name: 'Ravi Menon', roles: ['reception' as const], password: FIRST, ownPassword: PASSWORD };
    const { id } = await client.users.add(person);
    await client.app.cover();
    await expect(client.app.signIn({ userId: id, password: PASSWORD })).rejects.toEqual(code('WRONG_PASSWORD'));
    expect(await client.app.status()).toMatchObject({ covered: { user: { id: userId } } });
    expect(await client.app.signIn({ userId: id, password: FIRST })).toMatchObject({ id });
    expect(await client.app.status()).toMatchObject({ state: 'open', covered: null, user: { id } });
    expect(await client.app.signIn({ userId, password: PASSWORD })).toMatchObject({ id: userId });
    await expect(client.app.signIn({ userId: id, password: PASSWORD })).rejects.toEqual(code('WRONG_PASSWORD'));
    expect(await client.app.status()).toMatchObject({ state: 'open', user: { id: userId } });

    await client.app.signOut();
    expect(isOpen()).toBe(false);
    const store = openStoreWorker({ folder: join(running.dataDir, 'clinic'), workerUrl: workers.store, leastKeys: true });
    await running.backend.close();
    const at = running.now.toISOString();
    await store.unlock({ userId, password: PASSWORD, at });
    const rows = await store.run('audit.list', { afterSeq: 0, limit: 100 }, { userId, at });
    await store.close();
    expect(rows.map((row) => [row.action, row.userId === 'system' ? row.subject : row.userId])).toEqual(
      expect.arrayContaining([
        ['account.pin', userId],
        ['window.cover', userId],
        ['signIn.failed', id],
        ['signIn', id],
        ['signOut', userId],
        ['signOut', id],
      ]),
    );
    expect(rows.filter(({ action }) => action === 'signOut').map((row) => row.userId)).toEqual([userId, id, userId]);
  });
});
