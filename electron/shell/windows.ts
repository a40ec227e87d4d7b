import type * as Electron from 'electron';
import type { BackendProcess } from './backendProcess.ts';
import { APP_ORIGIN } from './messages.ts';
import { placeWindow } from './placeWindow.ts';
import type { WindowMemory } from './windowMemory.ts';
import { nextZoom } from './zoom.ts';

type Parts = Pick<typeof Electron, 'BrowserWindow' | 'screen'>;

/** What every page of this program lives in: no Node, no rights, a world apart from its preload. */
export function pagePreferences(session: Electron.Session, preload: string): Electron.WebPreferences {
  return {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
  };
}

/** The screens without bars and docks, the main one first. */
function areasOf(screen: Electron.Screen) {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
}

interface WindowOptions {
  preload: string;
  session: Electron.Session;
  backend: Pick<BackendProcess, 'post'>;
  memory: WindowMemory;
}

/** Opens a window on the backend, where and as large as the last one was left, on a screen that is there. */
export function openWindow({ BrowserWindow, screen }: Parts, { preload, session, backend, memory }: WindowOptions): Electron.BrowserWindow {
  const { bounds, maximized, zoom } = memory.now;
  const window = new BrowserWindow({
    ...placeWindow(bounds, areasOf(screen)),
    show: false,
    webPreferences: { ...pagePreferences(session, preload), zoomFactor: zoom },
  });
  const windowId = String(window.webContents.id);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // Chromium keeps a zoom for each address; the program has one.
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(memory.now.zoom));
  window.webContents.on('zoom-changed', (_event, direction) => zoomWindow(window, memory, direction));
  const remember = () => memory.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  window.on('blur', remember);
  window.on('close', remember);
  window.on('closed', () => backend.post({ kind: 'close', windowId }));
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Makes all of a window larger or smaller, and remembers it. */
export function zoomWindow(window: Electron.BrowserWindow, memory: WindowMemory, step: 'in' | 'out' | 'usual'): void {
  const zoom = nextZoom(window.webContents.getZoomFactor(), step);
  window.webContents.setZoomFactor(zoom);
  memory.change({ zoom });
}
