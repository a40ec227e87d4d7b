import { join } from 'node:path';
import * as electron from 'electron';
import { dataFolder } from '#backend/dataFolder.ts';
import { answerAsks } from './asks.ts';
import { Attention } from './attention.ts';
import { startBackend } from './backendProcess.ts';
import { crashGuard } from './crashGuard.ts';
import { startPackage } from './installer.ts';
import { lockContents, lockNetwork, lockSession } from './lockdown.ts';
import { fileAmong, readOpened } from './openedFiles.ts';
import { handOutPorts } from './ports.ts';
import { lockWithMachine } from './power.ts';
import { ProgramWindows } from './programWindows.ts';
import { registerScheme, serveWindow } from './scheme.ts';
import { SecondScreen } from './secondScreen.ts';
import { WindowMemory } from './windowMemory.ts';

/** Entry of the main process: one program per data folder, windows without rights, the backend in its own process. */
const { app, dialog, Menu, session } = electron;
const here = import.meta.dirname;
const dataDir = dataFolder(process.env);
const rendererDir = join(here, '../renderer');
const preload = join(here, '../preload/preload.cjs');
const newGuard = () => crashGuard(() => performance.now());

app.enableSandbox();
lockNetwork(app);
app.setPath('userData', join(dataDir, 'electron'));
registerScheme(electron);
lockContents(app);

async function run(): Promise<void> {
  // macOS tells of a file before the program is ready.
  let toOpen = fileAmong(process.argv);
  let openPath = (path: string) => {
    toOpen = path;
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPath(path);
  });
  await app.whenReady();
  // Until a window has one, the system's own menu would offer to reload the page and to open the developer's tools.
  Menu.setApplicationMenu(null);
  // Kept in memory only: what is typed into a page reaches no file of the browser's.
  const windowSession = session.fromPartition('consultleaf');
  lockSession(windowSession);
  await serveWindow(windowSession, rendererDir);

  let stopped = false;
  let toInstall: string | undefined;
  const backend = startBackend(electron, {
    entry: join(here, 'backend.js'),
    dataDir,
    version: app.getVersion(),
    mayStartAgain: newGuard(),
    whenBack: () => givePortsAnew(),
    whenInstalling(file) {
      toInstall = file;
      app.quit();
    },
    whenGivenUp() {
      stopped = true;
      dialog.showErrorBox('Consultleaf', windows.words.storeLost);
      app.exit(1);
    },
  });
  const secondScreen = new SecondScreen(electron, { session: windowSession, preload, backend });
  const givePortsAnew = handOutPorts(electron, backend, (page) => secondScreen.ownerOf(page));
  lockWithMachine(electron, { lock: (everywhere) => backend.post({ kind: 'lock', everywhere }) });

  const memory = new WindowMemory(join(dataDir, 'electron', 'window.json'));
  let lastPlace = memory.now.place;
  const windows = new ProgramWindows(electron, {
    platform: process.platform,
    preload,
    session: windowSession,
    backend,
    memory,
    mayLoadAgain: newGuard,
    whenClosed(window, id) {
      attention.forget(id);
      secondScreen.closeOf(window);
    },
  });
  const attention = new Attention(electron, {
    iconFile: join(rendererDir, 'tray.png'),
    inFront: () => windows.inFront,
    show: () => windows.show(),
    showWords: () => windows.words.show,
  });
  answerAsks(electron, (window) => windows.has(window), {
    displays: (_input, from) => secondScreen.displays(from),
    numberDisplays: () => secondScreen.number(),
    openPatientWindow: (displayId, from) => secondScreen.open(displayId, from),
    closePatientWindow: (_input, from) => secondScreen.closeOf(from),
    setMenu: (menus, from) => windows.setMenu(from, menus),
    setWords: (words) => windows.setWords(words),
    setQueue: (queue, from) => attention.set(from.id, queue),
    keepPlace: (place) => memory.change({ place }),
    // For the first window of a start: what opens later is beside it.
    lastPlace: () => {
      const place = lastPlace;
      lastPlace = null;
      return place;
    },
  });

  windows.open();
  openPath = (path) => windows.openFile(readOpened(path));
  if (toOpen !== undefined) openPath(toOpen);
  app.on('second-instance', (_event, argv) => {
    const path = fileAmong(argv);
    if (path === undefined) windows.open();
    else openPath(path);
  });
  app.on('activate', () => {
    if (windows.count === 0) windows.open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', async (event) => {
    if (stopped) return;
    event.preventDefault();
    await backend.stop();
    if (toInstall !== undefined) {
      const machine = { dataDir, platform: process.platform, env: process.env };
      await startPackage(electron, toInstall, machine).catch(() => dialog.showErrorBox('Consultleaf', windows.words.installFailed));
    }
    stopped = true;
    app.quit();
  });
}

if (app.requestSingleInstanceLock()) void run();
else app.quit();
