import { createServer, type Server } from 'node:https';
import { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Router } from '@orpc/server';
import { getCookie, setCookie } from 'hono/cookie';
import type { Contract } from '#core/contract/contract.ts';
import { pairInputSchema } from '#core/contract/secondComputer.ts';
import type { CallContext } from '../services/context.ts';
import type { WindowFile } from '../window/files.ts';
import { type Patience, patientServer, type WindowRequest, windowApp } from '../window/windowApp.ts';
import type { KnownDevice } from './deviceFile.ts';
import type { DeviceWindows } from './deviceWindows.ts';

/** `__Host-`: only from this very host over HTTPS, for no other path and no other name. */
const COOKIE = '__Host-consultleaf-device';
/** As long as browsers keep a cookie at all; each visit begins it anew. */
const COOKIE_SECONDS = 400 * 86_400;
const MOST_CONNECTIONS = 200;
/** So that one computer in the network can't keep the others out; a browser has at most six. */
const MOST_OF_ONE_ADDRESS = 20;
const HANDSHAKE_MS = 10_000;

/** What a stranger is told of a code that is no good, whatever is wrong with it. */
const NO_GOOD = 'This code can’t be used. Ask for a new one at the clinic’s computer.';

export interface ListenerOptions {
  address: string;
  port: number;
  origins: readonly string[];
  server: { certificate: string; key: string };
  router: Router<Contract, CallContext>;
  files: (path: string) => WindowFile | undefined;
  windows: DeviceWindows;
  /** The device whose token this is. */
  deviceOf: (token: string) => KnownDevice | undefined;
  /** Tries a code; the token of the new device, or null. */
  pair: (input: { code: string; name: string }) => Promise<{ device: KnownDevice; token: string } | null>;
  seen: (device: KnownDevice) => void;
  patience: Patience;
}

export interface Listener {
  /** Goes on with another certificate; connections that are open stay. */
  renew(server: { certificate: string; key: string }): void;
  close(): Promise<void>;
}

/**
 * Two keys for every call: the cookie says which computer it is, and no script can read it; the bearer token says which
 * window, and no browser sends it by itself.
 */
function deviceApp(options: ListenerOptions) {
  const { origins, router, files, windows, deviceOf, pair, seen } = options;
  const deviceIn = (c: WindowRequest) => {
    const device = deviceOf(getCookie(c, COOKIE) ?? '');
    if (device) windows.connection(device.id, c.env.incoming.socket);
    return device;
  };
  const keep = (c: WindowRequest, token: string) =>
    setCookie(c, COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'Strict', maxAge: COOKIE_SECONDS });

  return windowApp({
    origins,
    router,
    files,
    ways: {
      '/enter': async (c) => {
        const device = deviceIn(c);
        if (!device) return c.text('This computer is not paired.', 401);
        keep(c, getCookie(c, COOKIE) ?? '');
        seen(device);
        return c.json({ token: windows.open(device) });
      },
      '/pair': async (c) => {
        const body = pairInputSchema.safeParse(await c.req.json().catch(() => undefined));
        const paired = body.success ? await pair(body.data) : null;
        if (!paired) return c.text(NO_GOOD, 403);
        keep(c, paired.token);
        windows.connection(paired.device.id, c.env.incoming.socket);
        return c.json({ token: windows.open(paired.device) });
      },
    },
    callerOf(c) {
      const device = deviceIn(c);
      const authorization = c.req.header('authorization');
      const window = windows.of(authorization);
      if (!device || window?.deviceId !== device.id) return undefined;
      seen(device);
      windows.used(window);
      if (c.req.path === '/rpc/app/events')
        c.env.outgoing.once(
          'close',
          windows.stream(window, () => c.env.outgoing.destroy()),
        );
      return {
        windowId: window.windowId,
        device: { id: device.id, name: device.name, isIn: () => windows.of(authorization) !== undefined },
      };
    },
  });
}

/** Serves the second computers over TLS at one address. Rejects with the system's error where the address or port can't be had. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const { address, port, server: own, patience } = options;
  const app = deviceApp(options);
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: {
      cert: own.certificate,
      key: own.key,
      minVersion: 'TLSv1.2',
      handshakeTimeout: HANDSHAKE_MS,
      ...patientServer(patience),
    },
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  const open = new Map<string | undefined, number>();
  server.on('connection', (socket) => {
    const from = socket instanceof Socket ? socket.remoteAddress : undefined;
    const others = open.get(from) ?? 0;
    if (others >= MOST_OF_ONE_ADDRESS) return void socket.destroy();
    open.set(from, others + 1);
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left > 0) open.set(from, left);
      else open.delete(from);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host: address, exclusive: true }, resolve);
  });
  // What goes wrong with one connection is that connection's own affair.
  server.on('error', () => undefined);
  return {
    renew: ({ certificate, key }) => server.setSecureContext({ cert: certificate, key, minVersion: 'TLSv1.2' }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
