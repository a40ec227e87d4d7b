import { closeSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownBackups, partialOf } from '#backend/store/backupPlaces.ts';
import type { RestoreWith, Store } from '#backend/store/store.ts';
import { AT, type Clinic, newClinic, newConsultation, openStore, PASSWORD, sunita, temporaryFolder } from './folder.ts';

const LATER = '2026-12-06T08:30:00.000Z';
const system = { userId: 'system', at: LATER } as const;

async function withBackup() {
  const made = await newClinic();
  await newConsultation(made);
  const { name, manifest } = await made.store.work('backup.make', { why: 'byHand', actor: system });
  return { ...made, name, manifest, backup: join(ownBackups(made.folder), name) };
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
  expect((await store.run('audit.list', { afterSeq: 0, limit: 100 }, actor)).slice(-2)).toMatchObject([
    { action: 'backup.make', subject: name, userId: 'system' },
    { action: 'backup.verify', subject: name },
  ]);
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
    const log = await store.run('audit.list', { afterSeq: made.manifest.auditSeq, limit: 1 }, made.actor);
    const userId = kind === 'password' ? made.user.id : 'system';
    expect(log).toMatchObject([{ action: 'backup.restore', subject: made.name, userId, at: LATER }]);
    await store.run('audit.verify', null, made.actor);
    expect(readdirSync(folder).filter((file) => /restor/.test(file))).toEqual([]);
  });
});
