import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '#backend/log.ts';
import { BackupShelf } from '#backend/services/backupShelf.ts';
import { Events } from '#backend/services/context.ts';
import { writeManifest } from '#backend/store/backupFormat.ts';
import { ownBackups, secondBackups } from '#backend/store/backupPlaces.ts';
import type { Store } from '#backend/store/store.ts';

const file = { bytes: 100, sha256: 'a'.repeat(64) };

/** Puts what a finished backup of a moment says of itself into a place. */
function putBackup(place: string, id: string, madeAt: string): void {
  const folder = join(place, id);
  mkdirSync(folder, { recursive: true });
  const body = {
    format: 'consultleaf-backup',
    version: 1,
    store: '00000000-0000-4000-8000-000000000001',
    madeAt,
    why: 'hourly',
    schema: 1,
    files: { 'clinic.db': file, 'head.json': file, 'keyring.json': file },
    counts: {},
    audit: { seq: 1, mac: 'b'.repeat(64) },
    verifiedAt: madeAt,
  } as const;
  writeManifest(folder, body, Buffer.alloc(32));
}

test('before anybody signs in, the backups on every plugged-in drive are found, each once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'consultleaf-shelf-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [folder, stick, disk] = ['clinic', 'stick', 'disk'].map((name) => join(root, name)) as [string, string, string];
  mkdirSync(disk);
  putBackup(ownBackups(folder), '2026-12-02T04-00-00Z', '2026-12-02T04:00:00.000Z');
  putBackup(secondBackups(stick), '2026-12-01T04-00-00Z', '2026-12-01T04:00:00.000Z');
  putBackup(secondBackups(disk), '2026-12-01T04-00-00Z', '2026-12-01T04:00:00.000Z');
  putBackup(secondBackups(disk), '2026-11-30T04-00-00Z', '2026-11-30T04:00:00.000Z');
  const shelf = new BackupShelf({
    folder,
    store: {} as Store,
    events: new Events(),
    log: createLog(),
    monotonicMs: () => 0,
    drives: async () => [{ path: stick }, { path: disk }, { path: join(root, 'nowhere') }],
  });
  expect((await shelf.find()).map(({ place, id }) => `${place} ${id}`)).toEqual([
    'own 2026-12-02T04-00-00Z',
    'second 2026-12-01T04-00-00Z',
    'second 2026-11-30T04-00-00Z',
  ]);
  expect(await shelf.folderOf('second', '2026-11-30T04-00-00Z')).toBe(join(secondBackups(disk), '2026-11-30T04-00-00Z'));
});
