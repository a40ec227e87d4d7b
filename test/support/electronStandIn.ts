// A stand-in for the module `electron` in plain Node: it records what the program asks for and does what can be done
// without Electron. Importing the real package outside of Electron gives a path and may start a download.
// Real: message ports, the backend with its store and renderer (in a worker thread instead of a utilityProcess), and, where
// `shellInChromium.ts` gives them, pages. Stands in: app, windows, sessions, menus, dialogs, screens, tray, notifications.
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

/** What was asked for, in order: `[what, …arguments]`. */
export const asked: unknown[][] = [];
const record =
  (what: string) =>
  (...args: unknown[]): void => {
    asked.push([what, ...args]);
  };

class App extends EventEmitter {
  isPackaged = true;
  enableSandbox = record('app.enableSandbox');
  commandLine = { appendSwitch: record('app.commandLine') };
  setPath = record('app.setPath');
  exit = record('app.exit');
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  getVersion = () => '9.9.9-test';
  /** Quits for good unless a listener of `will-quit` holds it back. */
  quit() {
    let held = false;
    this.emit('will-quit', {
      preventDefault: () => {
        held = true;
      },
    });
    if (!held) this.emit('stand-in:ended');
  }
}
export const app = new App();

// biome-ignore lint/suspicious/noExplicitAny: handlers of many kinds, called as Electron would
type Handler = (...args: any[]) => any;

/** A session that records its handlers. */
function makeSession(partition: string) {
  const handlers = new Map<string, Handler>();
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  return {
    partition,
    handlers,
    protocol: { handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler) },
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('devicePermission'),
    setSpellCheckerEnabled: record('session.setSpellCheckerEnabled'),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
  };
}
export const sessions = new Map<string, ReturnType<typeof makeSession>>();
const session = {
  fromPartition(partition: string) {
    const made = sessions.get(partition) ?? makeSession(partition);
    sessions.set(partition, made);
    return made;
  },
};

/** Something that a page received from the main process. */
export interface Received {
  channel: string;
  message: unknown;
  ports: MessagePort[];
}

class Frame {
  url = 'about:blank';
  received: Received[] = [];
  /** A real page, where there is one, hears it too. */
  hear: (received: Received) => void = () => undefined;
  postMessage(channel: string, message: unknown, ports: MessagePort[] = []) {
    const received = { channel, message, ports };
    this.received.push(received);
    this.hear(received);
  }
}

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame = new Frame();
  zoom = 1;
  windowOpenHandler: Handler = () => undefined;
  reload: () => void = record('webContents.reload');
  forcefullyCrashRenderer = record('webContents.forcefullyCrashRenderer');
  constructor(id: number) {
    super();
    this.id = id;
  }
  isLoading = () => false;
  getZoomFactor = () => this.zoom;
  setZoomFactor(factor: number) {
    this.zoom = factor;
  }
  setWindowOpenHandler(handler: Handler) {
    this.windowOpenHandler = handler;
  }
  send(channel: string, ...args: unknown[]) {
    this.mainFrame.postMessage(channel, args[0]);
  }
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface MenuItem {
  label?: string;
  role?: string;
  id?: string;
  type?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  click?: () => void;
  submenu?: MenuItem[];
}

export const windows: BrowserWindow[] = [];
let lastId = 0;
/** Gives a window a real page: set by `shellInChromium.ts`. */
export const pages: { open: ((window: BrowserWindow, url: string) => Promise<void>) | null } = { open: null };

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => windows;
  static fromWebContents = (contents: WebContents) => windows.find((window) => window.webContents === contents) ?? null;
  readonly options: Rectangle & { webPreferences: Record<string, unknown>; [option: string]: unknown };
  readonly webContents = new WebContents(++lastId);
  readonly id = this.webContents.id;
  menu: MenuItem[] = [];
  bounds: Rectangle;
  focused = false;
  maximized = false;
  destroyed = false;
  removeMenu = record('window.removeMenu');
  showInactive = record('window.showInactive');
  restore = record('window.restore');

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    this.bounds = { x: options.x, y: options.y, width: options.width, height: options.height };
    windows.push(this);
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  getBounds = () => this.bounds;
  getNormalBounds = () => this.bounds;
  isMaximized = () => this.maximized;
  maximize() {
    this.maximized = true;
  }
  isMinimized = () => false;
  isFocused = () => this.focused;
  isDestroyed = () => this.destroyed;
  show = record('window.show');
  focus() {
    this.focused = true;
    this.emit('focus');
  }
  setMenu(menu: MenuItem[]) {
    this.menu = menu;
  }
  close() {
    this.emit('close');
    this.destroy();
  }
  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    const at = windows.indexOf(this);
    if (at >= 0) windows.splice(at, 1);
    this.emit('closed');
    this.webContents.emit('destroyed');
  }
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url;
    await pages.open?.(this, url);
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
}

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler) {
    this.handlers.set(channel, handler);
  }
}
export const ipcMain = new IpcMain();

/** A utilityProcess as a worker thread: its own event loop, real ports, `process.exit` ends it. */
class UtilityProcess extends EventEmitter {
  readonly #worker: Worker;
  constructor(entry: string, args: string[], options: unknown) {
    super();
    asked.push(['utilityProcess.fork', entry, args, options]);
    this.#worker = new Worker(new URL('./utility-process.mjs', import.meta.url), { argv: args, workerData: { entry } });
    this.#worker.on('error', (error) => console.error(error));
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }
  postMessage(message: unknown, ports: MessagePort[] = []) {
    this.#worker.postMessage({ message, ports }, ports);
  }
  kill() {
    void this.#worker.terminate();
  }
}
export const children: UtilityProcess[] = [];
const utilityProcess = {
  fork(entry: string, args: string[], options: unknown) {
    const child = new UtilityProcess(entry, args, options);
    children.push(child);
    return child;
  },
};

export interface StandInDisplay {
  id: number;
  label: string;
  bounds: Rectangle;
  workArea: Rectangle;
  size: { width: number; height: number };
}
const displayAt = (id: number, x: number): StandInDisplay => ({
  id,
  label: `Screen ${id}`,
  bounds: { x, y: 0, width: 1920, height: 1080 },
  workArea: { x, y: 0, width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
});
class Screen extends EventEmitter {
  displays = [displayAt(1, 0), displayAt(2, 1920)];
  getPrimaryDisplay = () => this.displays[0];
  getAllDisplays = () => this.displays;
  getDisplayMatching = ({ x }: Rectangle) =>
    this.displays.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width) ?? this.displays[0];
}
export const screen = new Screen();

export const trays: Tray[] = [];
class Tray extends EventEmitter {
  toolTip = '';
  menu: MenuItem[] = [];
  readonly icon: unknown;
  constructor(icon: unknown) {
    super();
    this.icon = icon;
    trays.push(this);
  }
  setToolTip(text: string) {
    this.toolTip = text;
  }
  setContextMenu(menu: MenuItem[]) {
    this.menu = menu;
  }
  destroy() {
    trays.splice(trays.indexOf(this), 1);
  }
}

export const notices: { title: string; body: string }[] = [];
class Notification extends EventEmitter {
  static isSupported = () => true;
  readonly #options: { title: string; body: string };
  constructor(options: { title: string; body: string }) {
    super();
    this.#options = options;
  }
  show() {
    notices.push(this.#options);
  }
}

/** The button that the next message box gets, and the boxes that were shown. */
export const messageBoxes: { answer: number; shown: { message: string; buttons: string[] }[] } = { answer: 0, shown: [] };
const dialog = {
  showErrorBox: record('dialog.showErrorBox'),
  showMessageBoxSync(_window: unknown, options: { message: string; buttons: string[] }) {
    messageBoxes.shown.push({ message: options.message, buttons: options.buttons });
    return messageBoxes.answer;
  },
};

export const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu: { buildFromTemplate: (template: MenuItem[]) => template, setApplicationMenu: record('Menu.setApplicationMenu') },
  MessageChannelMain: MessageChannel,
  nativeImage: { createFromPath: (path: string) => path },
  Notification,
  powerMonitor: new EventEmitter(),
  protocol: { registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged') },
  screen,
  session,
  Tray,
  utilityProcess,
};

/** From now on, in this process, `import 'electron'` gives the stand-in. */
export function standInForElectron(): void {
  Object.assign(globalThis, { electronStandIn: electron });
  const names = Object.keys(electron).map((name) => `export const ${name} = electronStandIn.${name};`);
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: 'stand-in:electron', format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === 'stand-in:electron'
        ? { format: 'module', source: `${names.join('\n')}\nexport default electronStandIn;`, shortCircuit: true }
        : next(url, context),
  });
}
