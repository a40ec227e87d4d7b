// A stand-in for the module `electron` in plain Node: it records what the program asks for and does what can be done
// without Electron. Importing the real package outside of Electron gives a path and may start a download.
// Real: message ports, the backend with its store and renderer (in a worker thread instead of a utilityProcess).
// Stands in: app, windows, sessions, menus, dialogs.
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { MessageChannel, Worker } from 'node:worker_threads';

/** What was asked for, in order: `[what, …arguments]`. */
export const asked = [];
const record =
  (what) =>
  (...args) => {
    asked.push([what, ...args]);
  };

class App extends EventEmitter {
  isPackaged = true;
  enableSandbox = record('app.enableSandbox');
  setPath = record('app.setPath');
  relaunch = record('app.relaunch');
  exit = record('app.exit');
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  getVersion = () => '9.9.9-test';
  /** Quits for good unless a listener of `will-quit` holds it back. */
  quit() {
    let held = false;
    this.emit('will-quit', { preventDefault: () => (held = true) });
    if (!held) this.emit('stand-in:ended');
  }
}
const app = new App();

/** A session that records its handlers. */
function makeSession(partition) {
  const handlers = new Map();
  return {
    partition,
    handlers,
    protocol: { handle: (scheme, handler) => handlers.set(scheme, handler) },
    setPermissionRequestHandler: (handler) => handlers.set('permissionRequest', handler),
    setPermissionCheckHandler: (handler) => handlers.set('permissionCheck', handler),
    setDevicePermissionHandler: (handler) => handlers.set('devicePermission', handler),
    setSpellCheckerEnabled: record('session.setSpellCheckerEnabled'),
    webRequest: { onBeforeRequest: (handler) => handlers.set('beforeRequest', handler) },
  };
}
export const sessions = new Map();
const session = {
  fromPartition(partition) {
    if (!sessions.has(partition)) sessions.set(partition, makeSession(partition));
    return sessions.get(partition);
  },
};

export const windows = [];
class BrowserWindow extends EventEmitter {
  static getAllWindows = () => windows;
  constructor(options) {
    super();
    this.options = options;
    const frame = {
      url: 'about:blank',
      received: [],
      postMessage: (channel, message, ports) => frame.received.push({ channel, message, ports }),
    };
    this.webContents = Object.assign(new EventEmitter(), {
      id: windows.length + 1,
      mainFrame: frame,
      setWindowOpenHandler: (handler) => {
        this.windowOpenHandler = handler;
      },
    });
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  show = record('window.show');
  async loadURL(url) {
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
  }
}

/** A utilityProcess as a worker thread: its own event loop, real ports, `process.exit` ends it. */
class UtilityProcess extends EventEmitter {
  #worker;
  constructor(entry, args, options) {
    super();
    asked.push(['utilityProcess.fork', entry, args, options]);
    this.#worker = new Worker(new URL('./utility-process.mjs', import.meta.url), { argv: args, workerData: { entry } });
    this.#worker.on('error', (error) => console.error(error));
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }
  postMessage(message, ports = []) {
    this.#worker.postMessage({ message, ports }, ports);
  }
  kill() {
    void this.#worker.terminate();
  }
}
export const children = [];
const utilityProcess = {
  fork(entry, args, options) {
    const child = new UtilityProcess(entry, args, options);
    children.push(child);
    return child;
  },
};

export const electron = {
  app,
  BrowserWindow,
  dialog: { showErrorBox: record('dialog.showErrorBox') },
  ipcMain: new EventEmitter(),
  Menu: { buildFromTemplate: (template) => template, setApplicationMenu: record('Menu.setApplicationMenu') },
  MessageChannelMain: MessageChannel,
  powerMonitor: new EventEmitter(),
  protocol: { registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged') },
  session,
  utilityProcess,
};

globalThis.electronStandIn = electron;
const names = Object.keys(electron).map((name) => `export const ${name} = electronStandIn.${name};`);
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'stand-in:electron', format: 'module', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'stand-in:electron'
      ? { format: 'module', source: `${names.join('\n')}\nexport default electronStandIn;`, shortCircuit: true }
      : next(url, context),
});
