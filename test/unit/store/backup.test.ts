import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listBackups } from '#backend/store/backupList.ts';
import { ownBackups } from '#backend/store/backupPlaces.ts';
import { backedUpClinics, flip, LATER, restore, system, withPassword } from './backedUp.ts';
import { filesOf, newClinic, newConsultation, PASSWORD, sunita, temporaryFolder } from './folder.ts';

const withBackup = backedUpClinics();

function edit(file: string, change: (json: Record<string, unknown>) => unknown): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}
const replaceStore = (file: string) => edit(file, (json) => ({ ...json, store: '00000000-0000-4000-8000-000000000000' }));

test('a backup is whole under its own name, encrypted, and says nothing of a patient', async () => {
  const { folder, backup, name, manifest, store, actor } = await withBackup();
  expect(name).toBe('2026-12-06T08-30-00Z');
  expect(readdirSync(ownBackups(folder))).toEqual([name]);
  expect(readdirSync(backup).sort()).toEqual(['backup.json', 'clinic.db', 'head.json', 'keyring.json']);
  expect(manifest).toMatchObject({ madeAt: LATER, why: 'byHand', verifiedAt: LATER, counts: { patient: 1, consultation: 1 } });
  for (const file of readdirSync(backup)) {
    const bytes = readFileSync(join(backup, file));
    for (const encoding of ['utf8', 'utf16le'] as const) expect(bytes.includes(Buffer.from('Sunita', encoding)), file).toBe(false);
  }
  expect((await store.work('backup.verify', { backup, actor: system })).verifiedAt).toBe(LATER);
  const log = await store.run('audit.list', { afterSeq: 0, limit: 100 }, actor);
  expect(log.filter(({ action }) => action.startsWith('backup'))).toMatchObject([
    { action: 'backup.make', subject: name, userId: 'system' },
    { action: 'backup.verify', subject: name },
  ]);
});

test('saving goes on while a backup is made and checked', async () => {
  const { store, run, actor } = await newClinic();
  const { consultation } = await newConsultation({ run });
  const told: string[] = [];
  const making = store.work('backup.make', { why: 'hourly', actor: system }, ({ phase, done }) => {
    expect(done).toBeGreaterThanOrEqual(0);
    expect(done).toBeLessThanOrEqual(1);
    told.push(phase);
  });
  let made: Awaited<typeof making> | undefined;
  const making2 = making.then((value) => {
    made = value;
  });
  let saves = 0;
  while (!made) {
    saves += 1;
    const changes = [{ key: `topic.n${saves}`, value: saves }];
    await store.run('consultations.saveAnswers', { id: consultation.id, changes, rev: 1 }, actor);
  }
  await making2;
  expect(saves).toBeGreaterThan(10);
  expect([...new Set(told)]).toEqual(['copy', 'verify']);
  const seen = await store.run('consultations.read', { id: consultation.id }, actor);
  expect(seen?.answers).toHaveLength(saves);
});

test('a backup empties the log of changes, which it made grow', async () => {
  const { folder, store, run } = await withBackup();
  await run('patients.add', { ...sunita, name: 'Meera Shah', recordNumber: 'A-2000' });
  expect(statSync(join(folder, 'clinic.db-wal')).size).toBeGreaterThan(0);
  await store.work('backup.make', { why: 'hourly', actor: system });
  expect(statSync(join(folder, 'clinic.db-wal')).size).toBe(0);
});

test('two backups of one second get two names', async () => {
  const { folder, store } = await withBackup();
  const second = await store.work('backup.make', { why: 'hourly', actor: system });
  expect(readdirSync(ownBackups(folder))).toEqual(['2026-12-06T08-30-00Z', second.name]);
  expect(second.name).toBe('2026-12-06T08-30-01Z');
});

describe('a damaged backup', () => {
  const harms: [what: string, harm: (backup: string) => void][] = [
    ['a flipped byte in clinic.db', (backup) => flip(join(backup, 'clinic.db'))],
    ['a flipped byte in head.json', (backup) => flip(join(backup, 'head.json'))],
    ['a flipped byte in the sealed part of backup.json', (backup) => flip(join(backup, 'backup.json'))],
    ['a cut clinic.db', (backup) => truncateSync(join(backup, 'clinic.db'), 8192)],
    ['a keyring of another clinic', (backup) => replaceStore(join(backup, 'keyring.json'))],
    ['a changed backup.json', (backup) => edit(join(backup, 'backup.json'), (json) => ({ ...json, why: 'beforeUpdate' }))],
  ];
  test.each(harms)('is found out and not restored: %s', async (_what, harm) => {
    const made = await withBackup();
    const { store, backup, folder, actor } = made;
    harm(backup);
    const refused = expect.objectContaining({ fault: 'backupDamaged', message: expect.stringContaining('Choose an older') });
    await expect(store.work('backup.verify', { backup, actor: system })).rejects.toEqual(refused);
    await expect(restore(store, backup, withPassword(made))).rejects.toEqual(refused);
    expect((await store.run('patients.recent', { limit: 1 }, actor)).total).toBe(1);
    expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual([]);
  });

  test('is no longer listed as whole, and is again when it is', async () => {
    const { store, backup } = await withBackup();
    const whole = readFileSync(join(backup, 'head.json'));
    flip(join(backup, 'head.json'));
    await expect(store.work('backup.verify', { backup, actor: system })).rejects.toThrow('head.json');
    expect((await listBackups(join(backup, '..'), 'own'))[0]?.verifiedAt).toBeNull();
    writeFileSync(join(backup, 'head.json'), whole);
    await store.work('backup.verify', { backup, actor: system });
    expect((await listBackups(join(backup, '..'), 'own'))[0]?.verifiedAt).toBe(LATER);
  });

  test.each(['clinic.db', 'head.json', 'keyring.json', 'backup.json'])('that lacks %s is told apart', async (file) => {
    const made = await withBackup();
    rmSync(join(made.backup, file));
    const missing = { fault: 'backupIncomplete', message: expect.stringContaining(file) };
    await expect(made.store.work('backup.verify', { backup: made.backup, actor: system })).rejects.toMatchObject(missing);
    await expect(restore(made.store, made.backup, withPassword(made))).rejects.toMatchObject(missing);
  });
});

test('a trial really restores a backup, and leaves nothing', async () => {
  const { store, backup, folder, name, actor } = await withBackup();
  const phases: string[] = [];
  await store.work('backup.trial', { backup, actor: system }, ({ phase }) => phases.push(phase));
  expect([...new Set(phases)]).toEqual(['trial']);
  expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual([]);
  expect((await store.run('audit.list', { afterSeq: 0, limit: 99 }, actor)).at(-1)).toMatchObject({
    action: 'backup.trial',
    subject: name,
  });
  flip(join(backup, 'clinic.db'));
  await expect(store.work('backup.trial', { backup, actor: system })).rejects.toMatchObject({ fault: 'backupDamaged' });
  expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual([]);
});

test('a copy at another place is the same to the byte, and a damaged backup is not copied', async () => {
  const { store, backup, name } = await withBackup();
  const place = join(temporaryFolder(), 'stick');
  await store.work('backup.copy', { backup, target: join(place, name) });
  expect(filesOf(join(place, name)).filter(({ name: file }) => file !== 'backup.json')).toEqual(
    filesOf(backup).filter(({ name: file }) => file !== 'backup.json'),
  );
  expect((await store.work('backup.verify', { backup: join(place, name), actor: system })).verifiedAt).toBe(LATER);
  flip(join(backup, 'clinic.db'));
  await expect(store.work('backup.copy', { backup, target: join(place, 'again') })).rejects.toMatchObject({ fault: 'backupDamaged' });
  expect(readdirSync(place)).toEqual([name]);
});

test('locking the clinic ends a backup that is being made, and nothing of it counts', async () => {
  const { store, folder, user } = await withBackup();
  const making = store.work('backup.make', { why: 'hourly', actor: { userId: 'system', at: '2026-12-07T08:30:00.000Z' } });
  const ended = expect(making).rejects.toMatchObject({ fault: 'backupStopped' });
  await store.lock();
  await ended;
  expect(readdirSync(ownBackups(folder))).toEqual(['2026-12-06T08-30-00Z']);
  await store.unlock({ userId: user.id, password: PASSWORD, at: LATER });
});
