import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { out } from '../../support/built.ts';
import { makeFakeElectronDist } from '../../support/fakeElectronDist.ts';
import { RunningHost } from '../../support/host.ts';
import { clientOf } from '../../support/transports.ts';

const root = join(import.meta.dirname, '../../..');

describe.runIf(process.platform === 'linux')('the packaged program, built on a stand-in distribution', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-package-'));
  const packaged = join(folder, 'dist', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  let files: string[] = [];

  beforeAll(async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string };
    makeFakeElectronDist(join(folder, 'electron'), version);
    const args = ['--dir', '--linux', `-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'dist')}`];
    await promisify(execFile)(join(root, 'node_modules/.bin/electron-builder'), args, { cwd: root, env: { ...process.env, CI: '1' } });
    const archive = join(packaged, 'resources/app.asar');
    files = listPackage(archive, { isPack: false })
      .map((path) => path.slice(1))
      .filter((path) => !('files' in statFile(archive, path)));
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what the program starts with', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/main.js',
        'out/main/backend.js',
        'out/main/store-worker.js',
        'out/main/pdf-worker.js',
        'out/main/key-worker.js',
        'out/main/backup-worker.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
      ]),
    );
  });

  test('holds everything that was built: packs, sample, labels, fonts, migrations', () => {
    const built = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join('out', relative(out, entry.parentPath), entry.name));
    for (const kind of [/packs\/tacrolimus-fertility\/pack/, /sample\/visit/, /text\/en/, /fonts\/Mukta-Bold/, /migrations\/0001/]) {
      expect(built.filter((file) => kind.test(file)).length, String(kind)).toBeGreaterThan(0);
    }
    expect(files.filter((file) => file.startsWith('out/')).sort()).toEqual(built.sort());
  });

  test('holds one prebuilt database engine, outside of the archive, where it can be loaded', () => {
    const engine = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([engine]);
    expect(existsSync(join(packaged, 'resources/app.asar.unpacked', engine))).toBe(true);
  });

  test('holds no source, no test, no other Node, and no package but the database', () => {
    const packages = files.filter((file) => file.startsWith('node_modules/')).map((file) => file.split('/')[1]);
    expect([...new Set(packages)]).toEqual(['better-sqlite3']);
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual(['node_modules', 'out', 'package.json']);
  });

  test('starts and makes a handout under plain Node, from what is packed alone', async () => {
    const program = join(folder, 'extracted');
    extractAll(join(packaged, 'resources/app.asar'), program);
    const host = new RunningHost(undefined, program);
    onTestFinished(() => host.close());
    const client = await clientOf(await host.start());
    await client.app.openSample();
    const [patient] = (await client.patients.recent()).rows;
    const visit = await client.consultations.start({ patientId: patient?.id ?? '', packId: 'tacrolimus-fertility' });
    const { base64 } = await client.consultations.preview({ consultationId: visit.id });
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('stays small: what a clinic copies onto a stick', () => {
    const bytes = (path: string): number =>
      readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
        const inside = join(path, entry.name);
        return sum + (entry.isDirectory() ? bytes(inside) : statSync(inside).size);
      }, 0);
    expect(bytes(join(packaged, 'resources')) / 2 ** 20).toBeLessThan(45);
  });

  test('has its fuses set: no Node from outside, only its own archive, checked', async () => {
    const fuses = await getCurrentFuseWire(join(packaged, 'consultleaf'));
    const off = [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments];
    for (const fuse of [...off, FuseV1Options.GrantFileProtocolExtraPrivileges])
      expect(fuses[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    for (const fuse of on) expect(fuses[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
  });
});
