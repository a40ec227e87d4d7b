import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { createBackend } from '#backend/createBackend.ts';
import { dataFolder } from '#backend/dataFolder.ts';
import { createLog } from '#backend/log.ts';
import { systemPrinters } from '#backend/printing/systemPrinters.ts';
import { type FolderLock, lockFolder } from '#backend/store/folderLock.ts';
import { assertNodeVersion } from '#backend/store/nodeVersion.ts';
import { StoreFault } from '#backend/store/store.ts';
import { awaitLaterStarts, type Joined, joinFirstStart } from './secondStart.ts';
import { startHost } from './startHost.ts';

/**
 * Entry of the local host: prints `listening <address>` with the launch token of its first window, and serves until it
 * is ended. Where one runs on the same data folder already it prints `joined <address>`, of a window on that one. With
 * `--with-window` the end of its input says that its window was closed: it ends when the windows of later starts are too.
 */
const here = import.meta.dirname;
const rendererDir = join(here, '../renderer');
const dataDir = dataFolder(process.env);
const withWindow = process.argv.includes('--with-window');

/** Kept for as long as this process is the first. */
let place: FolderLock | null = null;

function becomeFirst(): boolean {
  try {
    place = lockFolder(join(dataDir, 'host.lock'));
    return true;
  } catch (error) {
    if (error instanceof StoreFault && error.fault === 'lockedByOther') return false;
    throw error;
  }
}

function whenWindowIsClosed(closed: () => void): void {
  if (withWindow) process.stdin.on('end', closed).resume();
}

function whenEnded(end: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
}

async function serve(): Promise<void> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')));
  const backend = createBackend({
    dataDir,
    resourcesDir: join(here, '../resources'),
    workers: { store: new URL('./store-worker.js', import.meta.url), pdf: new URL('./pdf-worker.js', import.meta.url) },
    now: () => new Date(),
    version,
    log: createLog({ file: join(dataDir, 'log', 'host.log') }),
    printers: systemPrinters(),
    rendererDir,
    secondComputer: { allowLoopback: process.env.CONSULTLEAF_LOOPBACK === '1' },
  });
  const host = await startHost({ backend, rendererDir });
  const newWindow = () => {
    const { url, windowId } = host.newWindow();
    return { url, closed: () => void backend.closeWindow(windowId).catch(() => undefined) };
  };
  let ownWindowIsOpen = true;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await meeting.close();
    await host.close();
    await backend.close();
    place?.release();
    process.exit(0);
  };
  const endWithoutWindows = () => {
    if (!ownWindowIsOpen && meeting.windows() === 0) end();
  };
  const meeting = await awaitLaterStarts({ dataDir, newWindow, left: endWithoutWindows });
  const own = newWindow();
  whenEnded(end);
  whenWindowIsClosed(() => {
    ownWindowIsOpen = false;
    own.closed();
    endWithoutWindows();
  });
  console.log(`listening ${own.url}`);
  backend.warm();
}

async function stay({ url, ended, leave }: Joined): Promise<void> {
  console.log(`joined ${url}`);
  whenEnded(leave);
  whenWindowIsClosed(leave);
  await ended;
  process.exit(0);
}

assertNodeVersion(process.versions.node);
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
// One that is just starting holds the lock before it answers.
for (let tries = 0; ; tries += 1) {
  const joined = await joinFirstStart(dataDir);
  if (joined) await stay(joined);
  if (becomeFirst()) break;
  if (tries === 50) {
    console.error('Consultleaf is running already and does not answer. End it, or restart the computer, and start it again.');
    process.exit(1);
  }
  await wait(200);
}
await serve();
