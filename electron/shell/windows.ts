import type * as Electron from 'electron';
import type { BackendProcess } from './backendProcess.ts';
import { fromOwnPage } from './lockdown.ts';
import { APP_ORIGIN, CONNECT, PORT } from './messages.ts';

/** Opens a window on the backend. Its page sees nothing of Node and of this process but the preload's bridge. */
export function openWindow(
  { BrowserWindow }: Pick<typeof Electron, 'BrowserWindow'>,
  { preload, session, backend }: { preload: string; session: Electron.Session; backend: Pick<BackendProcess, 'post'> },
): Electron.BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const windowId = String(window.webContents.id);
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => backend.post({ kind: 'close', windowId }));
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Gives each page that asks a message port to the backend. A reload asks again and keeps the window's sign-in. */
export function handOutPorts(
  { ipcMain, MessageChannelMain }: Pick<typeof Electron, 'ipcMain' | 'MessageChannelMain'>,
  backend: Pick<BackendProcess, 'post'>,
): void {
  ipcMain.on(CONNECT, (event) => {
    if (!fromOwnPage(event)) return;
    const { port1, port2 } = new MessageChannelMain();
    backend.post({ kind: 'open', windowId: String(event.sender.id) }, [port1]);
    event.senderFrame?.postMessage(PORT, null, [port2]);
  });
}
