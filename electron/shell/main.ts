import { join } from 'node:path';
import * as electron from 'electron';
import { dataFolder } from '#backend/dataFolder.ts';
import { startBackend } from './backendProcess.ts';
import { lockContents, lockSession } from './lockdown.ts';
import { programMenu } from './menu.ts';
import { registerScheme, serveWindow } from './scheme.ts';
import { handOutPorts, openWindow } from './windows.ts';

/** Entry of the main process: one program per data folder, windows without rights, the backend in its own process. */
const { app, BrowserWindow, dialog, Menu, powerMonitor, session } = electron;
const here = import.meta.dirname;
const dataDir = dataFolder(process.env);

app.enableSandbox();
app.setPath('userData', join(dataDir, 'electron'));
registerScheme(electron);
lockContents(app);

async function run(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(Menu.buildFromTemplate(programMenu(process.platform)));
  // Kept in memory only: what is typed into a page reaches no file of the browser's.
  const windowSession = session.fromPartition('consultleaf');
  lockSession(windowSession);
  await serveWindow(windowSession, join(here, '../renderer'));

  let stopped = false;
  const backend = startBackend(electron, {
    entry: join(here, 'backend.js'),
    dataDir,
    version: app.getVersion(),
    whenLost() {
      stopped = true;
      dialog.showErrorBox('Consultleaf has to start again', 'Its store stopped unexpectedly. Everything saved is there.');
      app.relaunch();
      app.exit(1);
    },
  });
  handOutPorts(electron, backend);
  const open = () => openWindow(electron, { preload: join(here, '../preload/preload.cjs'), session: windowSession, backend });
  open();

  app.on('second-instance', open);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  powerMonitor.on('suspend', () => backend.post({ kind: 'lock' }));
  app.on('will-quit', async (event) => {
    if (stopped) return;
    event.preventDefault();
    await backend.stop();
    stopped = true;
    app.quit();
  });
}

if (app.requestSingleInstanceLock()) void run();
else app.quit();
