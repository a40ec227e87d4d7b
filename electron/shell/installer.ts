import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, realpathSync, renameSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type * as Electron from 'electron';

interface Machine {
  dataDir: string;
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
}

/** The real path of a package that was taken over; null for anything outside of the folder of updates. */
export function packageIn(dataDir: string, file: string): string | null {
  try {
    const [updates, path] = [realpathSync(join(dataDir, 'updates')), realpathSync(file)];
    const way = relative(updates, path);
    // A folder per release, a file in it.
    return way.split(sep).length === 2 && !way.startsWith('..') ? path : null;
  } catch {
    return null;
  }
}

/**
 * Starts the package of an update, once the backend has ended: an installer of its own, or a new AppImage in the place of
 * the old one, which stays beside it as `.previous`. Rejects when it could not be started; then nothing has changed.
 */
export async function startPackage(
  { app, shell }: Pick<typeof Electron, 'app' | 'shell'>,
  file: string,
  { dataDir, platform, env }: Machine,
): Promise<void> {
  const path = packageIn(dataDir, file);
  if (path === null) throw new Error('Only a package that was taken over is started.');
  const present = env.APPIMAGE;
  if (platform === 'linux' && present !== undefined) {
    copyFileSync(path, `${present}.new`);
    chmodSync(`${present}.new`, 0o755);
    copyFileSync(present, `${present}.previous`);
    chmodSync(`${present}.previous`, 0o755);
    renameSync(`${present}.new`, present);
    app.relaunch({ execPath: present });
    return;
  }
  if (platform === 'win32') {
    const installer = spawn(path, [], { detached: true, stdio: 'ignore' });
    await once(installer, 'spawn');
    installer.unref();
    return;
  }
  if ((await shell.openPath(path)) !== '') throw new Error('The system has nothing that opens this package.');
}
