import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashFile, signManifest } from '#backend/updates/bundle.ts';
import { packageKind } from '#backend/updates/packageKind.ts';
import { firstStart, resourcesDir, TestBackend } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { transports } from '../../support/transports.ts';

const KIND = packageKind() ?? 'windows-x64';
const PRESENT = '1.2.0';
const [[, overHttp] = []] = transports;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-stick-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The built resources, with the publisher's key of this test. */
function withKeys(keys: unknown[]): string {
  const folder = temporaryFolder();
  for (const name of readdirSync(resourcesDir)) if (name !== 'update') symlinkSync(join(resourcesDir, name), join(folder, name));
  mkdirSync(join(folder, 'update'));
  writeFileSync(join(folder, 'update', 'publisher-keys.json'), JSON.stringify(keys));
  return folder;
}

/** An update on a stick; gives the folder of the update. */
async function update(release: string, { from = '1.0.0', kind = KIND, key = privateKey } = {}): Promise<string> {
  const folder = join(temporaryFolder(), 'Consultleaf update');
  mkdirSync(folder);
  const name = `Consultleaf-${release}.bin`;
  writeFileSync(join(folder, name), `the package of ${release}`.repeat(1000));
  const { length } = readFileSync(join(folder, name));
  const bytes = Buffer.from(
    JSON.stringify({
      format: 'consultleaf-update',
      version: 1,
      release,
      from,
      madeAt: '2026-11-20T06:00:00.000Z',
      notes: { en: ['Faster printing.'], hi: ['छपाई तेज़।'] },
      files: [{ kind, name, bytes: length, sha256: await hashFile(join(folder, name)) }],
    }),
  );
  writeFileSync(join(folder, 'update.json'), bytes);
  writeFileSync(join(folder, 'update.sig'), signManifest(bytes, key));
  return folder;
}

async function start({ keys = [{ name: 'test', publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }] } = {}) {
  const installed: string[] = [];
  const running = new TestBackend({ resourcesDir: withKeys(keys), version: PRESENT, startInstaller: (file) => installed.push(file) });
  if (!overHttp) throw new Error('There is no transport.');
  const transport = await overHttp(running.backend);
  onTestFinished(async () => {
    await transport.close();
    await running.close();
  });
  const client = await transport.openWindow();
  await client.app.setUp(firstStart);
  return { running, client, transport, installed };
}

test('an update is described, checked, taken over after a backup, and started from the program’s own folder', async () => {
  const { client, running, installed } = await start();
  expect(await client.updates.read()).toEqual({ present: PRESENT, hasKeys: true, startsInstaller: true, kept: [], running: null });
  const folder = await update('1.4.0');
  const found = { path: folder, release: '1.4.0', direction: 'newer', notes: { en: ['Faster printing.'] }, problem: null };
  expect(await client.updates.look({ path: folder })).toMatchObject(found);
  expect(await client.updates.look({ path: join(folder, '..') })).toMatchObject(found);
  expect(await client.updates.prepare({ path: folder })).toMatchObject({ kept: ['1.4.0'], running: null });
  expect((await client.backups.read()).backups).toMatchObject([{ why: 'beforeUpdate', verifiedAt: expect.any(String) }]);

  // The stick is no longer needed.
  renameSync(folder, `${folder} gone`);
  const { started, file } = await client.updates.install({ release: '1.4.0' });
  expect([started, installed]).toEqual([true, [file]]);
  expect(file.startsWith(join(running.dataDir, 'updates', '1.4.0'))).toBe(true);
  const log = (await client.audit.list({ filter: {}, before: null })).rows.map(({ action }) => action);
  expect(log).toEqual(expect.arrayContaining(['update.prepare', 'update.install', 'backup.make']));
});

test('what was kept is checked again before it is started', async () => {
  const { client, running, installed } = await start();
  await client.updates.prepare({ path: await update('1.4.0') });
  const own = join(running.dataDir, 'updates', '1.4.0', 'Consultleaf-1.4.0.bin');
  writeFileSync(own, 'something else');
  expect(await errorOf(client.updates.install({ release: '1.4.0' }))).toMatchObject({
    code: 'NOT_READY',
    message: expect.stringContaining('damaged'),
  });
  expect(await errorOf(client.updates.install({ release: '9.9.9' }))).toMatchObject({ code: 'NOT_FOUND' });
  // A signed update of another release in its place isn't what was asked for.
  const other = await update('1.5.0');
  rmSync(join(running.dataDir, 'updates', '1.4.0'), { recursive: true });
  cpSync(other, join(running.dataDir, 'updates', '1.4.0'), { recursive: true });
  expect(await errorOf(client.updates.install({ release: '1.4.0' }))).toMatchObject({ code: 'NOT_READY' });
  expect(installed).toEqual([]);
});

test('an update that can’t be used is told apart, with the reason, and nothing of it stays', async () => {
  const { client, running } = await start();
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const damaged = await update('1.4.0');
  writeFileSync(join(damaged, 'Consultleaf-1.4.0.bin'), 'x');
  const unsigned = await update('1.4.0', { key: stranger });
  for (const [path, words] of [
    [unsigned, 'does not come from the makers'],
    [await update('1.4.0', { from: '1.3.0' }), 'needs a newer program'],
    [await update('1.4.0', { kind: KIND === 'mac-x64' ? 'mac-arm64' : 'mac-x64' }), 'no package for this kind'],
    [damaged, 'damaged'],
  ] as const) {
    const refused = { code: 'NOT_READY', message: expect.stringContaining(words) };
    expect(await errorOf(client.updates.prepare({ path })), words).toMatchObject(refused);
  }
  expect(await client.updates.look({ path: unsigned })).toMatchObject({ release: null, problem: expect.stringContaining('makers') });
  expect(await errorOf(client.updates.look({ path: temporaryFolder() }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await errorOf(client.updates.look({ path: 'updates' }))).toMatchObject({ code: 'NOT_FOUND' });
  const own = join(running.dataDir, 'updates');
  expect(existsSync(own) ? readdirSync(own) : []).toEqual([]);
});

test('the release before is kept as the way back, and what is older goes', async () => {
  const { client } = await start();
  for (const release of ['1.2.0', '1.3.0', '1.4.0']) await client.updates.prepare({ path: await update(release) });
  expect((await client.updates.read()).kept).toEqual(['1.4.0', '1.3.0']);
  expect(await client.updates.look({ path: await update('1.1.0') })).toMatchObject({ direction: 'older', problem: null });
});

test('a program without its publisher’s keys, and the sample clinic, take no update', async () => {
  const { client } = await start({ keys: [] });
  expect((await client.updates.read()).hasKeys).toBe(false);
  expect(await errorOf(client.updates.prepare({ path: await update('1.4.0') }))).toMatchObject({ code: 'NOT_READY' });
  await client.app.signOut();
  await client.app.openSample();
  expect(await errorOf(client.updates.prepare({ path: await update('1.4.0') }))).toMatchObject({
    message: expect.stringContaining('your own clinic'),
  });
});
