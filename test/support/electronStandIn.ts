// A stand-in for the module `electron` in plain Node: it records what the program asks for and does what can be done
// without Electron. Importing the real package outside of Electron gives a path and may start a download.
// Real: message ports, the backend with its store and renderer (in a worker thread instead of a utilityProcess), and, where
// `shellInChromium.ts` gives them, pages. Stands in: app, windows, sessions, menus, dialogs, screens, tray, notifications.
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { app, asked, type Handler, record } from './standInApp.ts';
import { dialog, Notification, screen, Tray } from './standInDesktop.ts';
import { BrowserWindow, type MenuItem, session } from './standInWindows.ts';

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
