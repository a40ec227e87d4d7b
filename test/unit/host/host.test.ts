import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, startHost } from '../../../electron/host/startHost.ts';
import { TestBackend } from '../../support/backend.ts';

let running: TestBackend;
let host: Host;
let bearer = '';

beforeAll(async () => {
  running = new TestBackend();
  const rendererDir = join(running.dataDir, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>window</title>');
  writeFileSync(join(rendererDir, 'assets', 'index.js'), 'export {};');
  writeFileSync(join(running.dataDir, 'secret.txt'), 'outside');
  host = await startHost({ backend: running.backend, rendererDir });
  const { status, body } = await send({ path: '/launch', body: { token: newLaunchToken() } });
  expect(status).toBe(200);
  bearer = JSON.parse(body).token;
});
afterAll(async () => {
  await host.close();
  await running.close();
});

const newLaunchToken = () => new URL(host.newWindow().url).hash.replace('#launch=', '');

interface Sent {
  path: string;
  method?: string;
  /** Replaces what the program's own window would send; undefined leaves a header out. */
  headers?: Record<string, string | undefined>;
  body?: unknown;
}

/** Sends a request with every header as given, as no browser would let a page do. */
function send({
  path,
  method = 'POST',
  headers = {},
  body,
}: Sent): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(host.origin);
  const own = {
    host: `${hostname}:${port}`,
    origin: host.origin,
    'sec-fetch-site': 'same-origin',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const all = Object.entries({ ...own, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers: Object.fromEntries(all), setHost: false, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    call.on('error', reject);
    call.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
}

const status = (headers: Sent['headers'] = {}, rest: Partial<Sent> = {}) =>
  send({ path: '/rpc/app/status', headers: { authorization: `Bearer ${bearer}`, ...headers }, ...rest });

test('the program’s own window is answered', async () => {
  const answer = await status();
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body).json).toMatchObject({ state: 'first' });
});

describe('refused is', () => {
  test.each([
    ['a name that was pointed at this machine', { host: 'evil.example' }, 421],
    ['another name of this machine', { host: 'localhost' }, 421],
    ['another server on this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page from elsewhere', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another port that hides its origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['a caller that names no origin', { origin: undefined }, 403],
    ['a caller that is no browser', { 'sec-fetch-site': undefined }, 403],
    ['a window without a token', { authorization: undefined }, 401],
    ['a wrong token', { authorization: 'Bearer AAAA' }, 401],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which a page may send anywhere', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (_who, headers, expected) => {
    expect((await status(headers, { body: {} })).status).toBe(expected);
  });

  test('a call that isn’t a POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) expect((await status({}, { method })).status).toBe(405);
  });

  test('a launch token that was used, and one that never was given', async () => {
    const token = newLaunchToken();
    expect((await send({ path: '/launch', body: { token } })).status).toBe(200);
    for (const again of [{ token }, { token: 'x' }, {}, 'not JSON'])
      expect((await send({ path: '/launch', body: again })).status).toBe(403);
  });

  test('a launch token from another page', async () => {
    const token = newLaunchToken();
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await send({ path: '/launch', headers: foreign, body: { token } })).status).toBe(403);
    expect((await send({ path: '/launch', body: { token } })).status).toBe(200);
  });

  test('a body of more than a megabyte', async () => {
    expect((await status({}, { body: { json: 'x'.repeat(1_000_001) } })).status).toBe(413);
  });

  test('a procedure that isn’t there, and a body that isn’t JSON', async () => {
    expect((await send({ path: '/rpc/app/nothing', headers: { authorization: `Bearer ${bearer}` } })).status).toBe(404);
    const unreadable = await status({}, { body: '{' });
    expect(unreadable.status).toBe(400);
    expect(JSON.parse(unreadable.body).json).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('files', () => {
  const get = (path: string, headers: Sent['headers'] = {}) =>
    send({ path, method: 'GET', headers: { origin: undefined, 'sec-fetch-site': 'none', ...headers } });

  test('of the window are served', async () => {
    expect((await get('/')).body).toContain('<title>window</title>');
    const script = await get('/assets/index.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e%5csecret.txt',
    '//secret.txt',
  ])('outside of the window are not: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outside');
  });

  test('are not given to another site', async () => {
    expect((await get('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
  });
});

test('every answer, also a refusal, forbids storing, sniffing, framing and foreign content', async () => {
  const answers = [
    await status(),
    await status({ host: 'evil.example' }),
    await status({ authorization: undefined }),
    await send({ path: '/nothing', method: 'GET' }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 421, 401, 404]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});
