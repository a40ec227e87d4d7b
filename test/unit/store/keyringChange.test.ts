import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { createStore } from '#backend/store/createStore.ts';
import { readKeyring } from '#backend/store/keyringFile.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';
import { migrations } from './direct.ts';
import { AT, clinic, doctor, PASSWORD, temporaryFolder } from './folder.ts';

test('a transaction that fails at its very end leaves the keyring as it was', async () => {
  const files = storeFiles(temporaryFolder());
  const user = { name: doctor.name, roles: ['doctor' as const, 'administrator' as const], doctor };
  const { opened } = await createStore(files, migrations, {
    clinic,
    timeZone: 'Asia/Kolkata',
    sample: false,
    user,
    password: PASSWORD,
    at: AT,
  });
  onTestFinished(() => opened.close());
  const keyring = readKeyring(files);
  const before = readFileSync(files.keyring, 'utf8');
  const slots = [...keyring.slots].reverse();
  expect(() =>
    opened.changeWithKeyring(keyring, slots, () => {
      // Checked when the transaction is committed, after the keyring was written: nobody has this id.
      opened.sql.db.pragma('defer_foreign_keys = ON');
      opened.sql.run("INSERT INTO user_role (user_id, role) VALUES (?, 'doctor')", randomUUID());
    }),
  ).toThrow();
  expect(readFileSync(files.keyring, 'utf8')).toBe(before);
  expect(opened.run('users.list', null, { userId: 'system', at: AT })).toHaveLength(1);

  opened.changeWithKeyring(keyring, slots, () => null);
  expect(readKeyring(files).slots).toEqual(slots);
});
