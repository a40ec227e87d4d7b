import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startBackend } from '../../../electron/shell/backendProcess.ts';
import { packageIn, startPackage } from '../../../electron/shell/installer.ts';

/** A data folder with a package that was taken over, and what a stand-in for Electron was asked to do. */
function taken() {
  const dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-installer-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const folder = join(dataDir, 'updates', '1.4.0');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Consultleaf-1.4.0.AppImage');
  writeFileSync(file, 'the new one');
  const [relaunch, openPath] = [vi.fn(), vi.fn(() => Promise.resolve(''))];
  const electron = { app: { relaunch }, shell: { openPath } } as unknown as Pick<typeof Electron, 'app' | 'shell'>;
  return { dataDir, file, electron, relaunch, openPath };
}

test('an AppImage takes the place of the present one, which stays beside it, and starts', async () => {
  const { dataDir, file, electron, relaunch, openPath } = taken();
  const present = join(dataDir, 'Consultleaf.AppImage');
  writeFileSync(present, 'the old one');
  await startPackage(electron, file, { dataDir, platform: 'linux', env: { APPIMAGE: present } });
  expect([readFileSync(present, 'utf8'), readFileSync(`${present}.previous`, 'utf8')]).toEqual(['the new one', 'the old one']);
  expect(statSync(present).mode & 0o111).toBe(0o111);
  expect(relaunch).toHaveBeenCalledWith({ execPath: present });
  expect(openPath).not.toHaveBeenCalled();
});

test('another package is opened with the system’s own installer', async () => {
  const { dataDir, file, electron, relaunch, openPath } = taken();
  for (const platform of ['linux', 'darwin'] as const) await startPackage(electron, file, { dataDir, platform, env: {} });
  expect(openPath.mock.calls).toEqual([[file], [file]]);
  expect(relaunch).not.toHaveBeenCalled();
});

test('nothing outside of the folder of updates is ever started', async () => {
  const { dataDir, file, electron, openPath } = taken();
  const outside = join(dataDir, 'outside.sh');
  writeFileSync(outside, '#!/bin/sh');
  const link = join(dataDir, 'updates', '1.4.0', 'link');
  symlinkSync(outside, link);
  for (const path of [outside, link, join(dataDir, 'updates', '..', 'outside.sh'), join(dataDir, 'nowhere'), join(dataDir, 'updates')]) {
    await expect(startPackage(electron, path, { dataDir, platform: 'darwin', env: {} }), path).rejects.toThrow();
    expect(packageIn(dataDir, path), path).toBeNull();
  }
  expect(openPath).not.toHaveBeenCalled();
  expect(packageIn(dataDir, file)).toBe(file);
});

test('a package that the system can’t open is told, so that a person hears of it', async () => {
  const { dataDir, file, electron, openPath } = taken();
  openPath.mockResolvedValue('No application is registered');
  await expect(startPackage(electron, file, { dataDir, platform: 'linux', env: {} })).rejects.toThrow();
});

test('the backend’s wish to install ends at the main process', () => {
  const asks: ((ask: unknown) => void)[] = [];
  const child = { once: vi.fn(), on: (_event: string, listener: (ask: unknown) => void) => asks.push(listener), postMessage: vi.fn() };
  const utilityProcess = { fork: () => child } as unknown as typeof Electron.utilityProcess;
  const whenInstalling = vi.fn();
  const options = { entry: 'x', dataDir: 'd', version: '1', mayStartAgain: () => false, whenBack: vi.fn(), whenGivenUp: vi.fn() };
  startBackend({ utilityProcess }, { ...options, whenInstalling });
  asks[0]?.({ kind: 'install', file: '/data/updates/1.4.0/x' });
  expect(whenInstalling).toHaveBeenCalledWith('/data/updates/1.4.0/x');
});
