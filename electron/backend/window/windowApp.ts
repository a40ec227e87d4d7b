import type { HttpBindings } from '@hono/node-server';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Contract } from '#core/contract/contract.ts';
import type { CallContext } from '../services/context.ts';
import { refuseUnreadable } from '../services/transport.ts';
import { fromOwnWindow, jsonPost } from './checks.ts';
import type { WindowFile } from './files.ts';
import { WINDOW_HEADERS } from './policy.ts';

const LARGEST_BODY = 1_000_000;
/** A key, or a code with a name. */
const LARGEST_ON_THE_WAY_IN = 2_000;

export type WindowRequest = Context<{ Bindings: HttpBindings }>;

export interface WindowAppOptions {
  /** The addresses under which windows are served, as a browser names them. */
  origins: readonly string[];
  router: Router<Contract, CallContext>;
  files: (path: string) => WindowFile | undefined;
  /** The ways in, by their path: what gives a window its token. */
  ways: Readonly<Record<string, (c: WindowRequest) => Promise<Response>>>;
  /** The window that a call comes from; undefined for one that is not known. */
  callerOf: (c: WindowRequest) => CallContext | undefined;
}

/** Windows over HTTP: the built files, the ways in, and the contract for windows that are known. Everything else is refused. */
export function windowApp({ origins, router, files, ways, callerOf }: WindowAppOptions): Hono<{ Bindings: HttpBindings }> {
  const rpc = new RPCHandler(router, { interceptors: [refuseUnreadable] });
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(WINDOW_HEADERS)) c.res.headers.set(name, value);
  });
  app.use(fromOwnWindow(origins));
  const atMost = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.text('Too large.', 413) });
  for (const path of Object.keys(ways)) app.use(path, jsonPost, atMost(LARGEST_ON_THE_WAY_IN));
  app.use('/rpc/*', jsonPost, atMost(LARGEST_BODY));
  for (const [path, way] of Object.entries(ways)) app.post(path, way);

  app.post('/rpc/*', async (c) => {
    const context = callerOf(c);
    if (context === undefined) return c.text('This window is not known. Start the program again.', 401);
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

/** The settings of a server that hangs up on whoever dribbles to keep it busy. */
export function patientServer({ headersMs, wholeMs }: Patience) {
  return { headersTimeout: headersMs, requestTimeout: wholeMs, connectionsCheckingInterval: Math.min(1_000, headersMs) };
}
