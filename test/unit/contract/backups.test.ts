import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { errorOf } from '../../support/errorOf.ts';
import { another, later, start, stick, withBackup } from './backedUp.ts';

const HOUR = 3_600_000;
/** On a busy machine a second is too short for a copy. */
const PATIENT = { timeout: 30_000 };
const secondOf = (folder: string) => readdirSync(join(folder, 'Consultleaf backups')).sort();

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
