import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { KnownDevice } from './deviceFile.ts';

/** A window of a second computer. */
export interface DeviceWindow {
  windowId: string;
  deviceId: string;
}

/** More windows than anybody has open; another one ends, first one that nobody listens in. */
const MOST_WINDOWS = 20;

/** A new secret of 32 bytes, as it crosses. */
export const newSecret = () => randomBytes(32).toString('base64url');
/** Secrets are looked up by their hash, which tells nothing by its time. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

interface Kept extends DeviceWindow {
  /** Closes each event stream that is open. */
  streams: Set<() => void>;
  /** Ends the sign-in of a window that nobody listens in any more. */
  gone: NodeJS.Timeout | undefined;
}

interface Options {
  /** How long a window may be without its event stream before its sign-in ends, in milliseconds. */
  goneMs: number;
  /** The sign-in of a window is to end. */
  whenGone: (windowId: string) => void;
  /** A device came or left. */
  whenChanged: () => void;
}

/**
 * The windows of the second computers and their connections, in memory alone: a token of a window ends with the listener.
 * A window that is closed says nothing; that its event stream has ended does.
 */
export class DeviceWindows {
  readonly #options: Options;
  readonly #windows = new Map<string, Kept>();
  readonly #sockets = new Map<string, Set<Socket>>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** The token of a new window of a device. */
  open({ id: deviceId }: KnownDevice): string {
    const own = [...this.#windows].filter(([, window]) => window.deviceId === deviceId);
    const [least = own[0]] = own.filter(([, { streams }]) => streams.size === 0);
    if (own.length >= MOST_WINDOWS && least) this.#end(...least);
    const token = newSecret();
    const window: Kept = { windowId: randomUUID(), deviceId, streams: new Set(), gone: undefined };
    this.#windows.set(hashOf(token), window);
    this.#awaitStream(window);
    return token;
  }

  /** The window that an `authorization` header stands for. */
  of(authorization: string | undefined): DeviceWindow | undefined {
    return authorization?.startsWith('Bearer ') ? this.#windows.get(hashOf(authorization.slice('Bearer '.length))) : undefined;
  }

  /** A window is there; one without an event stream for a while only. */
  used({ windowId }: DeviceWindow): void {
    const window = this.#window(windowId);
    if (window?.streams.size === 0) this.#awaitStream(window);
  }

  /** Notes over which connection a device talks. */
  connection(deviceId: string, socket: Socket): void {
    const sockets = this.#sockets.get(deviceId) ?? new Set();
    if (sockets.has(socket)) return;
    this.#sockets.set(deviceId, sockets.add(socket));
    socket.once('close', () => sockets.delete(socket));
  }

  /** The event stream of a window began, which `close` ends; the function that comes back says that it has ended. */
  stream({ windowId }: DeviceWindow, close: () => void): () => void {
    const window = this.#window(windowId);
    if (!window) return () => undefined;
    const own = () => close();
    window.streams.add(own);
    clearTimeout(window.gone);
    this.#options.whenChanged();
    return () => {
      window.streams.delete(own);
      if (window.streams.size === 0 && this.#window(windowId)) this.#awaitStream(window);
      this.#options.whenChanged();
    };
  }

  connected(deviceId: string): boolean {
    return [...this.#windows.values()].some((window) => window.deviceId === deviceId && window.streams.size > 0);
  }

  /** Ends the windows, streams and sign-ins of a device, or of all. */
  drop(deviceId?: string): void {
    for (const [hash, window] of this.#windows) if (deviceId === undefined || window.deviceId === deviceId) this.#end(hash, window);
    for (const [id, sockets] of this.#sockets) {
      if (deviceId !== undefined && id !== deviceId) continue;
      for (const socket of sockets) socket.destroy();
      this.#sockets.delete(id);
    }
  }

  #window(windowId: string): Kept | undefined {
    return [...this.#windows.values()].find((each) => each.windowId === windowId);
  }

  #awaitStream(window: Kept): void {
    clearTimeout(window.gone);
    window.gone = setTimeout(() => this.#options.whenGone(window.windowId), this.#options.goneMs).unref();
  }

  #end(hash: string, window: Kept): void {
    this.#windows.delete(hash);
    clearTimeout(window.gone);
    for (const close of window.streams) close();
    this.#options.whenGone(window.windowId);
  }
}
