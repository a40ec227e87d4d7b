import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { tamperWith } from '../../support/tamper.ts';
import { AT, clinic, openStore, PASSWORD, sunita, temporaryFolder, WORKER } from './folder.ts';

/** A clinic that was closed twice: as it was after its first day (`old`), and as it is. */
let now = '';
let old = '';
let stranger = '';
let userId = '';

async function newClinicIn(folder: string): Promise<string> {
  const store = openStoreWorker({ folder, workerUrl: WORKER, leastKeys: true });
  const input = { clinic, timeZone: 'Asia/Kolkata', sample: false, user: { name: 'Dr Asha', roles: ['administrator' as const] } };
  const { user } = await store.create({ ...input, password: PASSWORD, at: AT });
  await store.close();
  return user.id;
}

beforeAll(async () => {
  [now, old, stranger] = ['now', 'old', 'stranger'].map((name) => mkdtempSync(join(tmpdir(), `consultleaf-${name}-`))) as [
    string,
    string,
    string,
  ];
  userId = await newClinicIn(now);
  await newClinicIn(stranger);
  cpSync(now, old, { recursive: true });
  const store = openStoreWorker({ folder: now, workerUrl: WORKER, leastKeys: true });
  await store.unlock({ userId, password: PASSWORD, at: AT });
  for (const recordNumber of ['A-1', 'A-2', 'A-3']) await store.run('patients.add', { ...sunita, recordNumber }, { userId, at: AT });
  await store.close();
}, 60_000);
afterAll(() => {
  for (const folder of [now, old, stranger]) rmSync(folder, { recursive: true, force: true });
});

const row = (seq: number, to: string) => (folder: string) =>
  tamperWith(folder, { userId, password: PASSWORD }, to.replaceAll('?', String(seq)));
const putBack = (name: string, from: () => string) => async (folder: string) => cpSync(join(from(), name), join(folder, name));
/** Rows 1 and 2 are of the first day, 3 and 4 of opening again, 5 to 7 add patients. */
const between = `UPDATE audit SET seq = seq + 1000 WHERE seq >= ?; UPDATE audit SET seq = seq - 999 WHERE seq > 1000;
  INSERT INTO audit SELECT ?, at, user_id, 'patient.view', NULL, mac, mac FROM audit WHERE seq = ? - 1`;

const tampered: [what: string, harm: (folder: string) => Promise<void>, says: string, wayOut: string][] = [
  ['an edited row', row(5, "UPDATE audit SET user_id = 'system' WHERE seq = ?"), 'row 5 was changed', 'compare with a backup'],
  ['a deleted row', row(5, 'DELETE FROM audit WHERE seq = ?'), 'row 5 is missing: it was removed', 'compare with a backup'],
  ['a row put between', row(5, between), 'row 5 was not written by the program', 'compare with a backup'],
  [
    'a row put at the end',
    row(8, "INSERT INTO audit SELECT ?, at, user_id, 'signOut', NULL, mac, mac FROM audit WHERE seq = 7"),
    'row 8 was not written by the program',
    'compare with a backup',
  ],
  ['a cut tail', row(6, 'DELETE FROM audit WHERE seq > ?'), 'The end of the log of who did what was cut off', 'restore the newest backup'],
  ['an older database', putBack('clinic.db', () => old), 'The records are older than the last state', 'restore the newest backup'],
  ['a missing head', async (folder) => rmSync(join(folder, 'head.json')), 'head.json is missing', 'put it back'],
  ['the head of another clinic', putBack('head.json', () => stranger), 'belongs to the records of another clinic', 'put it back'],
  [
    'a head that was edited',
    async (folder) => {
      const file = join(folder, 'head.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"seq":7', '"seq":6'));
    },
    'head.json has been damaged or changed',
    'put it back',
  ],
  ['a database of another clinic', putBack('clinic.db', () => stranger), 'damaged on the disk', 'restore the newest backup'],
];

test.each(tampered)('%s is found when the clinic is opened, in its own words', async (_what, harm, says, wayOut) => {
  const folder = temporaryFolder();
  cpSync(now, folder, { recursive: true });
  await harm(folder);
  const opening = openStore(folder).unlock({ userId, password: PASSWORD, at: AT });
  await expect(opening).rejects.toMatchObject({ name: 'StoreFault', message: expect.stringContaining(says) });
  await expect(opening).rejects.toMatchObject({ message: expect.stringContaining(wayOut) });
});

test('each has words of its own, and an untouched clinic opens', async () => {
  expect(new Set(tampered.map(([, , says]) => says)).size).toBe(tampered.length);
  const folder = temporaryFolder();
  cpSync(now, folder, { recursive: true });
  expect(await openStore(folder).unlock({ userId, password: PASSWORD, at: AT })).toMatchObject({ id: userId });
});

test('what can’t be seen: the whole folder as it was, head file included', async () => {
  const folder = temporaryFolder();
  cpSync(old, folder, { recursive: true });
  expect(await openStore(folder).unlock({ userId, password: PASSWORD, at: AT })).toMatchObject({ id: userId });
});
