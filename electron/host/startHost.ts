import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import * as z from 'zod';
import type { Backend } from '#backend/createBackend.ts';
import { windowFiles } from '#backend/window/files.ts';
import { type Patience, patientServer, type WindowRequest, windowApp } from '#backend/window/windowApp.ts';
import { Tokens } from './tokens.ts';

const launchSchema = z.strictObject({ token: z.string().max(100) });

export interface Host {
  origin: string;
  /** A new window: its address, with a launch token that works once, and its id in the backend. */
  newWindow(): { url: string; windowId: string };
  close(): Promise<void>;
}

/** The local host for the window at `origin`. */
function hostApp(options: { origin: string; backend: Backend; files: Awaited<ReturnType<typeof windowFiles>>; tokens: Tokens }) {
  const { origin, backend, files, tokens } = options;
  const launch = async (c: WindowRequest) => {
    const body = launchSchema.safeParse(await c.req.json().catch(() => undefined));
    const token = body.success ? tokens.exchange(body.data.token) : undefined;
    if (token === undefined) return c.text('This address was used already. Start the program again.', 403);
    return c.json({ token });
  };
  return windowApp({
    origins: [origin],
    router: backend.router,
    files,
    ways: { '/launch': launch },
    callerOf(c) {
      const window = tokens.windowOf(c.req.header('authorization'));
      return window && { ...window, launchDisplay: () => tokens.newDisplay(window.windowId) };
    },
  });
}

/** On this machine a request is there at once. */
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
  let app: ReturnType<typeof hostApp> | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    serverOptions: patientServer(patience),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  app = hostApp({ origin, backend, files, tokens });
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
