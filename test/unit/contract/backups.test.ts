import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BackupSource } from '#core/contract/backups.ts';
import { clinic, doctor, firstStart, PASSWORD, TestBackend } from '../../support/backend.ts';
import { type Client, type Transport, transports } from '../../support/transports.ts';

const HOUR = 3_600_000;
/** On a busy machine a second is too short for a copy. */
const PATIENT = { timeout: 30_000 };
const patient = { name: 'SUNITA DEVI', recordNumber: 'CL-00-4821', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } } as const;

const [http] = transports;
if (!http) throw new Error('There is no transport.');
const [, overHttp] = http;

interface Running {
  backend: TestBackend;
  transport: Transport;
  client: Client;
}

async function start(open = overHttp): Promise<Running> {
  const backend = new TestBackend();
  const transport = await open(backend.backend);
  onTestFinished(async () => {
    await transport.close();
    await backend.close();
  });
  return { backend, transport, client: await transport.openWindow() };
}

/** A clinic with one patient and one backup of her, its doctor and administrator signed in. */
async function withBackup(open = overHttp) {
  const running = await start(open);
  const { user, recoveryKey } = await running.client.app.setUp(firstStart);
  await running.client.patients.add(patient);
  const [backup] = (await running.client.backups.make()).backups;
  if (!backup) throw new Error('No backup was made.');
  const source: BackupSource = { from: 'list', place: 'own', id: backup.id };
  return { ...running, user, recoveryKey, backup, source, byPassword: { kind: 'password', userId: user.id, password: PASSWORD } as const };
}

/** The error that a call ended with, as it crossed. */
async function errorOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError)) throw new Error(`Expected an error of the contract, got ${String(error)}.`);
  return error;
}

function stick(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-stick-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const later = ({ backend }: Pick<Running, 'backend'>, hours: number) => {
  backend.now = new Date(backend.now.getTime() + hours * HOUR);
};
const another = (n: number) => ({ ...patient, name: `MEERA SHAH ${n}`, recordNumber: `CL-00-50${n}` });
const secondOf = (folder: string) => readdirSync(join(folder, 'Consultleaf backups')).sort();

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

test('windows hear of every step of a backup', async () => {
  const { client, backend } = await withBackup();
  const heard: string[] = [];
  const running = new Set<string>();
  const ended = new AbortController();
  const feed = await client.app.events(undefined, { signal: ended.signal });
  const listening = (async () => {
    for await (const event of feed) {
      heard.push(event.kind);
      if (event.kind === 'backups') running.add((await client.backups.read()).running?.phase ?? 'none');
    }
  })().catch(() => undefined);
  later({ backend }, 1);
  await client.backups.make();
  await expect.poll(() => running, PATIENT).toContain('none');
  ended.abort();
  await listening;
  expect(heard.filter((kind) => kind === 'backups').length).toBeGreaterThan(1);
});

test('while the clinic is open a backup is made every hour, when something was written', async () => {
  const running = await withBackup();
  const { client, backend } = running;
  const count = async () => {
    await backend.look();
    return (await client.backups.read()).backups.length;
  };
  await client.patients.add(another(1));
  later(running, 0.9);
  expect(await count()).toBe(1);
  later(running, 0.1);
  expect(await count()).toBe(2);
  later(running, 5);
  expect(await count()).toBe(2);
  await client.patients.add(another(2));
  expect(await count()).toBe(3);
  expect((await client.backups.read()).backups[0]).toMatchObject({ why: 'hourly', madeAt: backend.now.toISOString() });
  await client.app.signOut();
  later(running, 5);
  await backend.look();
  expect(await client.backups.find()).toHaveLength(3);
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

test('older ones are thinned: a year of daily work keeps 30 days and 12 months', async () => {
  const running = await withBackup();
  const { client, backend, backup } = running;
  const own = join(backend.dataDir, 'clinic', 'backups');
  for (let day = 1; day < 60; day += 1) {
    const madeAt = new Date(backend.now.getTime() - day * 24 * HOUR).toISOString();
    const id = `${madeAt.slice(0, 19).replaceAll(':', '-')}Z`;
    mkdirSync(join(own, id));
    const manifest = JSON.parse(readFileSync(join(own, backup.id, 'backup.json'), 'utf8'));
    writeFileSync(join(own, id, 'backup.json'), JSON.stringify({ ...manifest, madeAt, why: 'hourly' }));
  }
  later(running, 1);
  const { backups } = await client.backups.make();
  expect(backups).toHaveLength(2 + 29 + 1);
  expect(readdirSync(own)).toHaveLength(backups.length);
});

test('the second place gets a copy of each backup, and is missed when it is gone', async () => {
  const running = await withBackup();
  const { client, backend, backup } = running;
  const place = stick();
  await client.backups.setSecondPlace({ path: place });
  await expect.poll(async () => (await client.backups.read()).backups.length, PATIENT).toBe(2);
  expect(secondOf(place)).toEqual([backup.id]);
  expect(await client.backups.read()).toMatchObject({ secondPlace: place, secondPlaceThere: true, reminders: [] });
  expect(await client.backups.verify({ place: 'second', id: backup.id })).toMatchObject({ lastFault: null });

  renameSync(place, `${place}-gone`);
  onTestFinished(() => rmSync(`${place}-gone`, { recursive: true, force: true }));
  later(running, 2);
  expect(await client.backups.make()).toMatchObject({ secondPlaceThere: false, reminders: [], lastFault: null });
  later(running, 26);
  expect((await client.backups.make()).reminders).toEqual(['secondPlaceMissing']);
  later(running, 24 * 7);
  expect((await client.backups.make()).reminders).toEqual(['secondPlaceMissing', 'secondPlaceOld']);

  renameSync(`${place}-gone`, place);
  await backend.look();
  expect(await client.backups.read()).toMatchObject({ secondPlaceThere: true, reminders: [] });
  expect(secondOf(place)).toHaveLength(2);
  expect((await client.backups.setSecondPlace({ path: null })).reminders).toEqual(['noSecondPlace']);
});

test('what goes wrong at the second place is told and does not fail the backup', async () => {
  const running = await withBackup();
  const { client } = running;
  const place = stick();
  await client.backups.setSecondPlace({ path: place });
  await expect.poll(async () => (await client.backups.read()).backups.length, PATIENT).toBe(2);
  rmSync(join(place, 'Consultleaf backups'), { recursive: true });
  writeFileSync(join(place, 'Consultleaf backups'), 'a file in the way');
  later(running, 1);
  const state = await client.backups.make();
  expect(state.backups.filter(({ place: at }) => at === 'own')).toHaveLength(2);
  expect(state.lastFault).toContain('could not be copied to the second place');
  expect(state.reminders).toEqual(['lastFailed']);
  rmSync(join(place, 'Consultleaf backups'));
  later(running, 1);
  expect(await client.backups.make()).toMatchObject({ lastFault: null, reminders: [] });
});

test('a folder that cannot be the second place is refused at its field', async () => {
  const { client, backend } = await withBackup();
  const file = join(stick(), 'file');
  writeFileSync(file, '');
  const inside = join(backend.dataDir, 'clinic');
  for (const [path, words] of [
    ['/nowhere/stick', 'isn’t there'],
    ['stick', 'whole path'],
    [file, 'is a file'],
    [inside, 'inside the clinic’s own'],
  ] as const) {
    const message = expect.stringContaining(words);
    const refused = await errorOf(client.backups.setSecondPlace({ path }));
    expect(refused).toMatchObject({ code: 'BAD_INPUT', message, data: { issues: [{ path: 'path', message }] } });
  }
  expect((await client.backups.read()).secondPlace).toBeNull();
});

test('a backup that fails is told with its way out, and no longer when the next one is whole', async () => {
  const running = await withBackup();
  const { client, backend } = running;
  const keyring = join(backend.dataDir, 'clinic', 'keyring.json');
  const whole = readFileSync(keyring);
  writeFileSync(keyring, '{}');
  later(running, 1);
  expect(await errorOf(client.backups.make())).toMatchObject({ code: 'STORE_FAULT', data: { fault: 'keyringDamaged' } });
  expect(await client.backups.read()).toMatchObject({
    lastFault: expect.stringContaining('keyring.json'),
    reminders: ['lastFailed', 'noSecondPlace'],
  });
  writeFileSync(keyring, whole);
  expect(await client.backups.make()).toMatchObject({ lastFault: null, reminders: ['noSecondPlace'] });
});

test('after a backup that failed by itself the next try waits a quarter of an hour', async () => {
  const running = await withBackup();
  const { client, backend } = running;
  const keyring = join(backend.dataDir, 'clinic', 'keyring.json');
  const whole = readFileSync(keyring);
  await client.patients.add(another(1));
  later(running, 1);
  writeFileSync(keyring, '{}');
  await backend.look();
  expect((await client.backups.read()).reminders).toEqual(['lastFailed', 'noSecondPlace']);
  writeFileSync(keyring, whole);
  later(running, 0.2);
  await backend.look();
  expect((await client.backups.read()).backups).toHaveLength(1);
  later(running, 0.1);
  await backend.look();
  expect(await client.backups.read()).toMatchObject({ backups: { length: 2 }, lastFault: null });
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

test('a restore is tried a day after the start and then once a month', async () => {
  const running = await withBackup();
  const { client, backend, backup } = running;
  const trialAt = async () => {
    await backend.look();
    return (await client.backups.read()).lastTrial;
  };
  expect(await trialAt()).toBeNull();
  later(running, 24);
  const first = { at: backend.now.toISOString(), ok: true };
  expect(await trialAt()).toEqual(first);
  later(running, 24 * 29);
  expect(await trialAt()).toEqual(first);
  for (const { id } of (await client.backups.read()).backups)
    truncateSync(join(backend.dataDir, 'clinic', 'backups', id, 'clinic.db'), 8192);
  later(running, 24);
  expect(backup.verifiedAt).not.toBeNull();
  expect(await trialAt()).toEqual({ at: backend.now.toISOString(), ok: false });
  expect((await client.backups.read()).reminders).toEqual(['lastFailed', 'noSecondPlace', 'trialFailed']);
  await client.patients.add(another(1));
  later(running, 24);
  expect(await trialAt()).toEqual({ at: backend.now.toISOString(), ok: true });
  expect((await client.backups.read()).reminders).toEqual(['noSecondPlace']);
});

test('nothing of the sample clinic is backed up', async () => {
  const { client } = await start();
  await client.app.openSample();
  expect(await client.backups.read()).toMatchObject({ backups: [], reminders: [], secondPlace: null });
  expect(await errorOf(client.backups.make())).toMatchObject({ code: 'NOT_READY' });
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
