import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '#backend/store/backupFormat.ts';
import { ownBackups } from '#backend/store/backupPlaces.ts';
import { checkIntegrity, openToRead } from '#backend/store/database.ts';
import { openUserSlot } from '#backend/store/keyring.ts';
import { readKeyring } from '#backend/store/keyringFile.ts';
import type { UserSlot } from '#backend/store/keyringFormat.ts';
import { subkey } from '#backend/store/keys.ts';
import { schemaVersion } from '#backend/store/migrate.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';
import { contentsOf, type Release, releases } from '../../support/releases.ts';
import { openStore, temporaryFolder } from './folder.ts';

const SCHEMA_OF: Record<string, number> = { 'v0.1.0': 3 };

/** The key of the database, as the release's user has it. */
async function databaseKey(folder: string, { userId, password }: Release['key']): Promise<Buffer> {
  const keyring = readKeyring(storeFiles(folder));
  const slot = keyring.slots.find((found): found is UserSlot => found.kind === 'user' && found.id === userId);
  if (!slot) throw new Error('The fixture has no such user.');
  return subkey(await openUserSlot(keyring.store, slot, password), 'database');
}

describe.each(releases.map((release) => [release.name, release] as const))('a store of release %s', (name, release) => {
  test('is brought up to date with everything that was in it', async () => {
    const folder = temporaryFolder();
    release.copyTo(folder);
    const store = openStore(folder);
    expect((await store.state()).fault).toBeNull();
    const { auditRows, ...contents } = await contentsOf(store, release.key);
    expect(contents).toEqual({
      clinic: 'Lotus Clinic',
      users: [{ name: 'Dr Asha Kulkarni', roles: ['administrator', 'doctor'] }],
      patients: [
        { name: 'Sunita Devi', recordNumber: 'A-1042', age: { kind: 'told', years: 32, toldOn: '2026-12-05' } },
        { name: 'राजेश जोशी', recordNumber: 'A-1043', age: { kind: 'born', bornOn: '1990-02-28' } },
      ],
      found: ['A-1043'],
      draft: { 'program.decision': 'wait', 'program.why': 'उसने समय माँगा' },
      final: { 'program.transferDate': '2026-12-12' },
      papers: ['%PDF-1.7 one', '%PDF-1.7 two'],
      amended: ['Transfer date changed'],
      calls: 1,
      protocols: ['Two days before'],
      approvals: ['Dr Asha Kulkarni'],
    });
    expect(auditRows).toBeGreaterThan(release.key.auditRows);
  });

  test('opens with its recovery key too', async () => {
    const folder = temporaryFolder();
    release.copyTo(folder);
    const user = await openStore(folder).recover({
      recoveryKey: release.key.recoveryKey,
      newPassword: 'another long password',
      at: '2027-01-15T05:12:00.000Z',
    });
    expect(user.id).toBe(release.key.userId);
  });

  test('is backed up as it was before it is changed', async () => {
    const folder = temporaryFolder();
    release.copyTo(folder);
    await contentsOf(openStore(folder), release.key);
    const backups = readdirSync(ownBackups(folder));
    expect(backups).toHaveLength(1);
    const backup = join(ownBackups(folder), backups[0] ?? '');
    expect(readManifest(backup).why).toBe('beforeUpdate');
    const copy = join(backup, 'clinic.db');
    expect(readFileSync(copy).includes('Sunita')).toBe(false);
    const db = openToRead(copy, await databaseKey(folder, release.key));
    try {
      checkIntegrity(db);
      expect(schemaVersion(db)).toBe(SCHEMA_OF[name]);
      expect(db.prepare<[], string>('SELECT name FROM patient ORDER BY seq').pluck().all()).toEqual(['Sunita Devi', 'राजेश जोशी']);
      expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(release.key.auditRows);
    } finally {
      db.close();
    }
  });
});
