import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

/** The peer of a start: a host of the same kind that serves one empty page and holds nothing. */
const app = new Hono();
app.get('/', (c) => c.html('<!doctype html><title>Empty</title><h1>Empty</h1>'));
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => console.log(`listening http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
