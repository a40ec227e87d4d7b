import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { canonical } from '#backend/store/canonical.ts';
import { checkIntegrity } from '#backend/store/database.ts';
import { faultWords } from '#backend/store/faults.ts';
import { Keeper } from '#backend/store/keeper.ts';
import { StoreFault, type StoreFaultKind } from '#backend/store/store.ts';
import { sideFiles } from '#backend/store/storeFolder.ts';
import { closedClinic } from './closedClinic.ts';
import { directStore, migrations } from './direct.ts';
import { AT, filesOf, newConsultation, openStore, PASSWORD, sunita } from './folder.ts';

const { copy, unlock, userId } = closedClinic();

const newStore = {
  clinic: { name: 'x', address: 'x', dayPhone: '020 1234', nightPhone: '020 1234', emergencyNumbers: ['112'] },
  timeZone: 'Asia/Kolkata',
  sample: false,
  user: { name: 'x', roles: ['doctor' as const] },
  password: PASSWORD,
  at: AT,
};

/** Changes the keyring as somebody would who knows its format but no key: the checksum is right again. */
function editKeyring(file: string, edit: (keyring: Record<string, unknown> & { slots: Record<string, unknown>[] }) => void): void {
  const { checksum: _checksum, mac, ...body } = JSON.parse(readFileSync(file, 'utf8'));
  edit(body);
  const checksum = createHash('sha256').update(canonical(body)).digest('hex');
  writeFileSync(file, JSON.stringify({ ...body, checksum, mac }));
}

describe('what is seen before a password is typed', () => {
  const seen: [what: string, fault: StoreFaultKind, harm: (files: ReturnType<typeof copy>) => void][] = [
    ['a missing keyring', 'keyringMissing', ({ keyring }) => rmSync(keyring)],
    ['a cut keyring', 'keyringDamaged', ({ keyring }) => truncateSync(keyring, 300)],
    [
      'a changed letter in the keyring',
      'keyringDamaged',
      ({ keyring }) => writeFileSync(keyring, readFileSync(keyring, 'utf8').replace('Asha', 'Usha')),
    ],
    [
      'a keyring weaker than allowed',
      'keyringDamaged',
      ({ keyring }) => editKeyring(keyring, ({ slots }) => Object.assign(slots[0]?.kdf ?? {}, { memoryKiB: 1024 })),
    ],
    [
      'a keyring of a newer version',
      'newerVersion',
      ({ keyring }) => editKeyring(keyring, (body) => Object.assign(body, { version: 2, more: 1 })),
    ],
    ['a missing database', 'databaseMissing', ({ database }) => rmSync(database)],
    ['an empty database file', 'databaseEmpty', ({ database }) => truncateSync(database, 0)],
  ];
  test.each(seen)('%s: %s', async (_what, fault, harm) => {
    const files = copy();
    harm(files);
    const before = filesOf(files.folder);
    const store = openStore(files.folder);
    const state = await store.state();
    expect(state).toMatchObject({ state: 'closed', fault: { fault, message: expect.stringContaining(faultWords[fault].wayOut) } });
    await expect(unlock(files.folder, store)).rejects.toMatchObject({ name: 'StoreFault', fault });
    await expect(store.create(newStore)).rejects.toMatchObject({ fault: 'alreadyExists' });
    await store.close();
    expect(filesOf(files.folder)).toEqual(before);
  });
});

describe('what only the key can tell', () => {
  const opened: [what: string, fault: StoreFaultKind, harm: (files: ReturnType<typeof copy>) => void][] = [
    [
      'a keyring changed outside',
      'keyringDamaged',
      ({ keyring }) => editKeyring(keyring, (body) => Object.assign(body, { createdAt: '2020-01-01T00:00:00.000Z' })),
    ],
    [
      'a role added to a slot',
      'wrongPassword',
      ({ keyring }) => editKeyring(keyring, ({ slots }) => Object.assign(slots[0] ?? {}, { roles: ['doctor', 'administrator'] })),
    ],
    ['a damaged first page', 'databaseDamaged', ({ database }) => flip(database, 100)],
    ['a truncated database', 'databaseDamaged', ({ database }) => truncateSync(database, 4096 * 3)],
    ['a file that is no database', 'databaseDamaged', ({ database }) => writeFileSync(database, Buffer.alloc(20_000, 'text '))],
  ];
  test.each(opened)('%s: %s', async (_what, fault, harm) => {
    const files = copy();
    harm(files);
    const store = openStore(files.folder);
    await expect(unlock(files.folder, store)).rejects.toMatchObject({ fault, message: expect.stringContaining(faultWords[fault].wayOut) });
    expect((await store.state()).state).toBe('closed');
  });

  test('one flipped byte in any page is found, never read as something else', async () => {
    const store = directStore();
    await newConsultation({ run: async (...args) => store.run(...args) });
    store.opened.close();
    const sound = readFileSync(store.files.database);
    const pages = sound.length / 4096;
    expect(pages).toBeGreaterThan(20);
    for (let page = 0; page < pages; page += 1) {
      writeFileSync(store.files.database, sound);
      flip(store.files.database, page * 4096 + 2000);
      expect(() => checkIntegrity(store.reopen().sql.db), `page ${page + 1}`).toThrow(
        expect.objectContaining({ fault: 'databaseDamaged' }),
      );
      store.opened.close();
    }
    writeFileSync(store.files.database, sound);
    expect(() => checkIntegrity(store.reopen().sql.db)).not.toThrow();
  });

  test('one flipped byte in the write-ahead log, which SQLite passes over in silence, is found by the head file', async () => {
    const store = directStore();
    for (let i = 0; i < 20; i += 1) store.run('patients.add', { ...sunita, recordNumber: `R-${i}` });
    await vi.waitFor(() => expect(JSON.parse(readFileSync(store.files.head, 'utf8')).seq).toBe(22), { timeout: 10_000 });
    const killed = `${store.files.folder}/killed`;
    mkdirSync(killed);
    for (const name of ['clinic.db', 'clinic.db-wal']) execFileSync('cp', [join(store.files.folder, name), killed]);
    store.opened.close();
    for (const name of ['clinic.db', 'clinic.db-wal']) cpSync(join(killed, name), join(store.files.folder, name));
    flip(`${store.files.database}-wal`, readFileSync(`${store.files.database}-wal`).length / 2);
    expect(() => store.reopen()).toThrow(expect.objectContaining({ fault: 'behindHead' }));
  });
});

test('whatever part of a clinic is lost, nobody is offered to set up a new one in its place', async () => {
  const { folder, database } = copy();
  for (const beside of [`${database}-wal`, `${database}.before-9`, join(folder, 'erased.json')]) writeFileSync(beside, 'something');
  mkdirSync(join(folder, 'before-restore-2026-12-05T05-12-00Z'));
  const all = readdirSync(folder).filter((name) => name !== 'store.lock');
  expect(all).toHaveLength(8);
  for (let left = 0; left < 2 ** all.length; left += 1) {
    const there = all.filter((_name, index) => left & (1 << index));
    const part = mkdtempSync(join(folder, '..', 'consultleaf-part-'));
    onTestFinished(() => rmSync(part, { recursive: true, force: true }));
    for (const name of there) cpSync(join(folder, name), join(part, name), { recursive: true });
    const keeper = new Keeper(part, migrations);
    const { state, fault } = keeper.state();
    expect([state, fault === null], there.join(' ')).toEqual(there.length === 0 ? ['absent', true] : ['closed', hasAll(there)]);
    if (there.length > 0) await expect(keeper.create(newStore), there.join(' ')).rejects.toMatchObject({ fault: 'alreadyExists' });
    expect(
      readdirSync(part).filter((name) => !name.startsWith('store.lock')),
      there.join(' '),
    ).toEqual(there);
    keeper.close();
  }
});

/** What opening needs before it looks inside. */
const hasAll = (there: string[]) => there.includes('clinic.db') && there.includes('keyring.json');

test('after a crash every page is read at opening, so that damage is found before anybody works', async () => {
  const store = directStore();
  await newConsultation({ run: async (...args) => store.run(...args) });
  store.opened.close();
  const sound = readFileSync(store.files.database);
  const open = (crashed: boolean, page: number | null): string => {
    for (const file of sideFiles(store.files.database)) rmSync(file, { force: true });
    writeFileSync(store.files.database, sound);
    if (page !== null) flip(store.files.database, page * 4096 + 2000);
    // A log of changes with nothing in it that counts.
    if (crashed) writeFileSync(`${store.files.database}-wal`, Buffer.alloc(32));
    try {
      store.reopenAsIs();
      store.opened.close();
      return 'opened';
    } catch (error) {
      return error instanceof StoreFault ? error.fault : String(error);
    }
  };
  expect(open(true, null)).toBe('opened');
  const pages = Array.from({ length: sound.length / 4096 }, (_, page) => page);
  const found = (crashed: boolean) => pages.filter((page) => open(crashed, page) === 'databaseDamaged');
  expect(found(true)).toEqual(pages);
  expect(found(false).length).toBeLessThan(pages.length / 2);
});

test('two programs on one folder: the second is told so and can go on when the first has ended', async () => {
  const { folder } = copy();
  const first = openStore(folder);
  const second = openStore(folder);
  await unlock(folder, first);
  expect(await second.state()).toMatchObject({ state: 'closed', users: [{ id: userId() }], fault: { fault: 'lockedByOther' } });
  await expect(unlock(folder, second)).rejects.toMatchObject({ fault: 'lockedByOther' });
  await first.lock();
  await expect(unlock(folder, second)).rejects.toMatchObject({ fault: 'lockedByOther' });
  await first.close();
  expect(await second.state()).toMatchObject({ fault: null });
  expect(await unlock(folder, second)).toMatchObject({ id: userId() });
});

test('a creation that was interrupted leaves nothing that counts, and can be done again', async () => {
  const { folder, keyring } = copy();
  execFileSync('mv', [keyring, join(folder, 'keyring.creating.json')]);
  const store = openStore(folder);
  expect(await store.state()).toEqual({ state: 'absent', users: [], fault: null });
  const { user } = await store.create(newStore);
  expect((await store.run('patients.recent', { limit: 1 }, { userId: user.id, at: AT })).total).toBe(0);
  expect(filesOf(folder).map((file) => file.name)).not.toContain('keyring.creating.json');
});

/** Turns one byte of a file around. */
function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[Math.floor(at)] = (bytes[Math.floor(at)] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}
