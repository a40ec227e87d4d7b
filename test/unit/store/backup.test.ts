import { spawn } from 'node:child_process';
import { once as onceEmitted } from 'node:events';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { listBackups } from '#backend/store/backupList.ts';
import { ownBackups, partialOf } from '#backend/store/backupPlaces.ts';
import { swapSteps } from '#backend/store/restoreSwap.ts';
import type { RestoreWith, Store } from '#backend/store/store.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';
import {
  AT,
  type Clinic,
  clinic as clinicDetails,
  filesOf,
  newClinic,
  newConsultation,
  openStore,
  PASSWORD,
  sunita,
  temporaryFolder,
  WORKER,
} from './folder.ts';

const MAKER = fileURLToPath(new URL('../../support/backupMaker.ts', import.meta.url));

const LATER = '2026-12-06T08:30:00.000Z';
const system = { userId: 'system', at: LATER } as const;

const shared = mkdtempSync(join(tmpdir(), 'consultleaf-backup-'));
afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** A closed clinic with one patient and one backup of her, made once for all tests. */
const prepared = once(async () => {
  const { store, user, recoveryKey, actor, ...made } = await newClinic(join(shared, 'clinic'));
  await newConsultation(made);
  const { name, manifest } = await store.work('backup.make', { why: 'byHand', actor: system });
  await store.close();
  return { user, recoveryKey, actor, name, manifest };
});

/** The same clinic in a folder of its own, open. */
async function withBackup() {
  const made = await prepared();
  const folder = join(temporaryFolder(), 'clinic');
  cpSync(join(shared, 'clinic'), folder, { recursive: true });
  const store = openStore(folder);
  await store.unlock({ userId: made.user.id, password: PASSWORD, at: AT });
  const run: Clinic['run'] = (command, input) => store.run(command, input, made.actor);
  return { ...made, folder, store, run, backup: join(ownBackups(folder), made.name) };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/** Changes one byte in the middle of a file. */
function flip(file: string, at = Math.floor(statSync(file).size / 2)): void {
  const byte = readFileSync(file)[at] ?? 0;
  const fd = openSync(file, 'r+');
  writeSync(fd, Buffer.from([byte ^ 1]), 0, 1, at);
  closeSync(fd);
}

async function restore(store: Store, backup: string, by: RestoreWith, at = LATER) {
  const { madeAt } = await store.work('restore.prepare', { backup, with: by, at });
  await store.lock();
  return { madeAt, ...(await store.work('restore.commit', { at })) };
}

function edit(file: string, change: (json: Record<string, unknown>) => unknown): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}
const replaceStore = (file: string) => edit(file, (json) => ({ ...json, store: '00000000-0000-4000-8000-000000000000' }));

const withPassword = ({ user }: Pick<Clinic, 'user'>): RestoreWith => ({ kind: 'password', userId: user.id, password: PASSWORD });

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
        clinic: clinicDetails,
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

test('a program that is killed while it makes backups leaves only whole ones, and the records sound', { timeout: 300_000 }, async () => {
  const made = await newClinic();
  const { consultation } = await newConsultation(made);
  await made.store.close();
  const acknowledged = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const maker = spawn(process.execPath, [MAKER, made.folder, WORKER.href, made.user.id, PASSWORD, consultation.id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void maker.kill('SIGKILL'));
    const exit = onceEmitted(maker, 'exit');
    for await (const line of createInterface({ input: maker.stdout })) {
      if (line !== 'ready') acknowledged.add(line);
      // A different moment each time: somewhere within the first backups.
      if (line === 'ready') setTimeout(() => maker.kill('SIGKILL'), 150 + round * 170);
    }
    expect(await exit).toEqual([null, 'SIGKILL']);
  }
  const store = openStore(made.folder);
  await store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
  const names = readdirSync(ownBackups(made.folder));
  expect(names.filter((name) => name.endsWith('.partial'))).toEqual([]);
  for (const name of acknowledged) expect(names).toContain(name);
  for (const name of names) await store.work('backup.verify', { backup: join(ownBackups(made.folder), name), actor: system });
  await store.run('audit.verify', null, made.actor);
});
