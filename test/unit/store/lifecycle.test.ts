import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AT, clinic, doctor, filesOf, newClinic, newConsultation, openStore, PASSWORD, sunita, temporaryFolder } from './folder.ts';

const folderOf = async () => {
  const made = await newClinic();
  await made.store.close();
  return made;
};

test('a folder without a store says so, and nothing is created in it', async () => {
  const folder = join(temporaryFolder(), 'clinic');
  const store = openStore(folder);
  expect(await store.state()).toEqual({ state: 'absent', users: [], fault: null });
  expect(existsSync(folder)).toBe(false);
});

test('a new clinic is open, and opens again with the password after it was locked and after a restart', async () => {
  const { folder, store, user, run } = await newClinic();
  expect(user).toEqual({ id: user.id, name: doctor.name, roles: ['doctor', 'administrator'], doctor });
  expect(await store.state()).toMatchObject({ state: 'open', users: [{ id: user.id, name: doctor.name }] });
  await run('patients.add', sunita);

  await store.lock();
  expect(await store.state()).toMatchObject({ state: 'closed', fault: null, users: [{ id: user.id }] });
  await expect(run('patients.recent', { limit: 5 })).rejects.toMatchObject({ fault: 'notOpen' });
  expect(await store.unlock({ userId: user.id, password: PASSWORD, at: AT })).toEqual(user);
  expect((await run('patients.recent', { limit: 5 })).total).toBe(1);

  await store.close();
  const again = openStore(folder);
  expect(await again.state()).toMatchObject({ state: 'closed', fault: null });
  await again.unlock({ userId: user.id, password: PASSWORD, at: AT });
  const actor = { userId: user.id, at: AT };
  expect((await again.run('patients.recent', { limit: 5 }, actor)).rows).toMatchObject([{ name: sunita.name }]);
  expect(await again.run('clinic.read', null, actor)).toEqual({
    clinic,
    timeZone: 'Asia/Kolkata',
    program: { idleMinutes: 10, retentionYears: 10 },
    rev: 1,
  });
  expect(await again.run('users.list', null, actor)).toEqual([
    { ...user, rev: 1, retired: false, mustChangePassword: false, hasPin: false, lastSignIn: AT },
  ]);
});

test('a wrong password opens nothing and is told apart from damage; the log holds the attempt', async () => {
  const { folder, user } = await folderOf();
  const store = openStore(folder);
  await expect(store.unlock({ userId: user.id, password: 'another password', at: AT })).rejects.toMatchObject({ fault: 'wrongPassword' });
  await expect(store.unlock({ userId: crypto.randomUUID(), password: PASSWORD, at: AT })).rejects.toMatchObject({ fault: 'wrongPassword' });
  expect((await store.state()).state).toBe('closed');
  await store.unlock({ userId: user.id, password: PASSWORD, at: AT });
  await expect(store.unlock({ userId: user.id, password: 'another password', at: AT })).rejects.toMatchObject({ fault: 'wrongPassword' });
  const rows = await store.run('audit.list', { afterSeq: 0, limit: 100 }, { userId: user.id, at: AT });
  expect(rows.map((row) => row.action)).toEqual([
    'store.create',
    'signIn',
    'store.open',
    'signIn.failed',
    'signIn.failed',
    'signIn',
    'signIn.failed',
  ]);
  expect(rows[6]).toEqual({ seq: 7, at: AT, userId: 'system', action: 'signIn.failed', subject: user.id });
});

test('the recovery key opens the clinic and sets a new password; the old one is no good any more', async () => {
  const { folder, user, recoveryKey } = await folderOf();
  const store = openStore(folder);
  const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(await store.recover({ recoveryKey: typed, newPassword: 'a newer password', at: AT })).toEqual(user);
  await store.lock();
  await expect(store.unlock({ userId: user.id, password: PASSWORD, at: AT })).rejects.toMatchObject({ fault: 'wrongPassword' });
  expect(await store.unlock({ userId: user.id, password: 'a newer password', at: AT })).toEqual(user);
  await store.lock();
  await store.recover({ recoveryKey, newPassword: 'the newest password', at: AT });
});

test('a recovery key of another clinic is refused', async () => {
  const { folder } = await folderOf();
  const other = await newClinic();
  const store = openStore(folder);
  await expect(store.recover({ recoveryKey: other.recoveryKey, newPassword: 'a newer password', at: AT })).rejects.toMatchObject({
    fault: 'wrongPassword',
    message: expect.stringContaining('another clinic'),
  });
  expect((await store.state()).state).toBe('closed');
});

test('creating over a store is refused and changes none of its files', async () => {
  const { folder } = await folderOf();
  const before = filesOf(folder);
  const store = openStore(folder);
  const input = {
    clinic,
    timeZone: 'Asia/Kolkata',
    sample: false,
    user: { name: 'Another', roles: ['doctor' as const] },
    password: PASSWORD,
    at: AT,
  };
  await expect(store.create(input)).rejects.toMatchObject({ fault: 'alreadyExists' });
  expect(filesOf(folder)).toEqual(before);
});

test('nothing that was typed stands readable in any file, open or closed', async () => {
  const { folder, store, run } = await newClinic();
  const secret = {
    ...sunita,
    name: 'Zarathustra Sentinelwala',
    recordNumber: 'SENT-9087',
    relative: 'Sentinel Husband',
    phone: '+91 70007 71234',
  };
  const { consultation } = await newConsultation({ run }, secret);
  await run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'program.why', value: 'Sentinel reason' }], rev: 1 });
  const words = [
    ...Object.values(secret).filter((value) => typeof value === 'string'),
    'zarathustra',
    'Sentinel reason',
    clinic.name,
    PASSWORD,
  ];
  const readable = () =>
    filesOf(folder).flatMap(({ name, bytes }) =>
      words.filter((word) => bytes.includes(word, 0, 'utf8') || bytes.includes(word, 0, 'utf16le')).map((word) => `${name}: ${word}`),
    );
  expect(filesOf(folder).map((file) => file.name)).toContain('clinic.db-wal');
  expect(readable()).toEqual([]);
  await store.close();
  expect(readable()).toEqual([]);
  // The search itself finds what does stand in a file.
  words.push(doctor.name);
  expect(readable()).toEqual([`keyring.json: ${doctor.name}`]);
});
