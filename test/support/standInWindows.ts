// Sessions, pages and windows of the stand-in for `electron` (electronStandIn.ts).
import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { app, type Handler, record } from './standInApp.ts';

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
export const session = {
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
