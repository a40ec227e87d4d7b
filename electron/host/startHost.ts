import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { RPCHandler } from '@orpc/server/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import type { Backend } from '#backend/createBackend.ts';
import { refuseUnreadable } from '#backend/services/transport.ts';
import { windowFiles } from '#backend/window/files.ts';
import { WINDOW_HEADERS } from '#backend/window/policy.ts';
import { fromOwnWindow, jsonPost } from './checks.ts';
import { Tokens } from './tokens.ts';

const LARGEST_BODY = 1_000_000;
const launchSchema = z.strictObject({ token: z.string().max(100) });

export interface Host {
  origin: string;
  /** A new window: its address, with a launch token that works once, and its id in the backend. */
  newWindow(): { url: string; windowId: string };
  close(): Promise<void>;
}

/** The routes of the local host for the window at `origin`. */
function routes(options: { origin: string; backend: Backend; files: Awaited<ReturnType<typeof windowFiles>>; tokens: Tokens }): Hono {
  const { origin, backend, files, tokens } = options;
  const rpc = new RPCHandler(backend.router, { interceptors: [refuseUnreadable] });
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(WINDOW_HEADERS)) c.res.headers.set(name, value);
  });
  app.use(fromOwnWindow(origin));
  for (const path of ['/launch', '/rpc/*']) {
    app.use(path, jsonPost, bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text('Too large.', 413) }));
  }

  app.post('/launch', async (c) => {
    const body = launchSchema.safeParse(await c.req.json().catch(() => undefined));
    const token = body.success ? tokens.exchange(body.data.token) : undefined;
    if (token === undefined) return c.text('This address was used already. Start the program again.', 403);
    return c.json({ token });
  });

  app.post('/rpc/*', async (c) => {
    const window = tokens.windowOf(c.req.header('authorization'));
    if (window === undefined) return c.text('This window is not known. Start the program again.', 401);
    const context = { ...window, launchDisplay: () => tokens.newDisplay(window.windowId) };
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/rpc', context });
    return matched ? response : c.text('No such procedure.', 404);
  });

  app.get('*', async (c) => {
    const file = files(c.req.path);
    if (file === undefined) return c.text('Not found.', 404);
    return c.body(await file.read(), 200, { 'content-type': file.type });
  });
  app.all('*', (c) => c.text('Only GET.', 405, { allow: 'GET' }));
  app.onError((_error, c) => c.text('The request could not be answered.', 500));
  return app;
}

/** How long a request may take to arrive, in milliseconds. */
export interface Patience {
  headersMs: number;
  wholeMs: number;
}

/** On this machine a request is there at once: whoever dribbles wants to keep the host busy. */
const PATIENCE: Patience = { headersMs: 5_000, wholeMs: 20_000 };

interface HostOptions {
  backend: Backend;
  rendererDir: string;
  patience?: Patience;
}

/** Serves the backend and the built window on this machine alone: 127.0.0.1, a port of the system's choice. */
export async function startHost({ backend, rendererDir, patience = PATIENCE }: HostOptions): Promise<Host> {
  const files = await windowFiles(rendererDir);
  const tokens = new Tokens();
  let app: Hono | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    serverOptions: {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.wholeMs,
      connectionsCheckingInterval: Math.min(1_000, patience.headersMs),
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  app = routes({ origin, backend, files, tokens });
  return {
    origin,
    newWindow() {
      const windowId = randomUUID();
      return { url: `${origin}/#launch=${tokens.newLaunchToken(windowId)}`, windowId };
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
