import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { Agent, request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startHost } from '../../../electron/host/startHost.ts';
import { PASSWORD } from '../../support/backend.ts';
import { pairedBrowser, SecondBrowser, type Sent, until } from '../../support/secondBrowser.ts';
import { type SecondClinic, secondClinic } from '../../support/secondClinic.ts';
import { type Client, clientOf, ownWindowHeaders } from '../../support/transports.ts';

let clinic: SecondClinic;
let admin: Client;
let browser: SecondBrowser;
let ca: string;
let outside: string;

beforeAll(async () => {
  clinic = await secondClinic({ patience: { headersMs: 500, wholeMs: 1_000 } });
  admin = clinic.admin;
  ca = clinic.state.authority?.certificate ?? '';
  mkdirSync(join(clinic.rendererDir, 'assets'));
  outside = join(clinic.rendererDir, '..', 'consultleaf-outside.txt');
  writeFileSync(outside, 'outside');
  browser = await pairedBrowser(admin);
}, 60_000);
afterAll(async () => {
  await clinic.close();
  rmSync(outside);
});

const status = (headers: Sent['headers'] = {}, rest: Partial<Sent> = {}) => browser.send({ path: '/rpc/app/status', headers, ...rest });
const stranger = async () => new SecondBrowser(await admin.secondComputer.read());

test('a paired window is answered, and every answer forbids storing, sniffing, framing and foreign content', async () => {
  const all = [
    await status(),
    await status({ host: 'evil.example' }),
    await status({ authorization: undefined }),
    await status({}, { path: '/no' }),
  ];
  expect(all.map((each) => each.status)).toEqual([200, 421, 401, 405]);
  for (const { headers } of all) {
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

describe('refused is', () => {
  test.each([
    ['a name that was pointed at this computer', { host: 'evil.example' }, 421],
    ['the address without its number', { host: '127.0.0.1' }, 421],
    ['another server at the same address', { origin: 'https://127.0.0.1:1' }, 403],
    ['the page of another server at the same address that hides its origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['the same address without TLS', { origin: 'http://127.0.0.1' }, 403],
    ['a page from elsewhere, with the cookie', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a caller that names no origin', { origin: undefined }, 403],
    ['a caller that is no browser', { 'sec-fetch-site': undefined }, 403],
    ['the cookie alone', { authorization: undefined }, 401],
    ['a token alone', { cookie: undefined }, 401],
    ['a wrong token', { authorization: 'Bearer AAAA' }, 401],
    ['a wrong cookie', { cookie: '__Host-consultleaf-device=AAAA' }, 401],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (_who, headers, expected) => {
    for (const path of ['/rpc/app/status', '/enter', '/pair']) {
      // The ways in need no token of a window, and give nothing to who has the cookie alone that it hadn't.
      if (expected === 401 && path !== '/rpc/app/status') continue;
      expect((await status(headers, { path, body: {} })).status, path).toBe(expected);
    }
  });

  test('a call that isn’t a POST, a body that is too large or unreadable, a path out of the window’s folder', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) expect((await status({}, { method })).status).toBe(405);
    for (const path of ['/rpc/app/status', '/enter', '/pair'])
      expect((await status({}, { path, body: { json: 'x'.repeat(1_000_001) } })).status).toBe(413);
    for (const path of ['/enter', '/pair']) expect((await status({}, { path, body: { json: 'x'.repeat(2_001) } })).status).toBe(413);
    expect((await status({}, { body: '{' })).status).toBe(400);
    for (const path of [
      '/../consultleaf-outside.txt',
      '/%2e%2e/consultleaf-outside.txt',
      '/..%2fconsultleaf-outside.txt',
      '//consultleaf-outside.txt',
    ])
      expect((await browser.send({ path, method: 'GET' })).status, path).toBe(404);
  });

  test('a window of one computer with the cookie of another', async () => {
    const other = await pairedBrowser(admin, 'Other desk');
    expect((await status({ cookie: other.cookie })).status).toBe(401);
    expect((await status({ authorization: `Bearer ${other.bearer}` })).status).toBe(401);
    expect((await status()).status).toBe(200);
  });

  test('a key of the local host here, and one of here at the local host', async () => {
    const host = await startHost({ backend: clinic.running.backend, rendererDir: clinic.rendererDir });
    onTestFinished(() => host.close());
    const launch = new URL(host.newWindow().url).hash.replace('#launch=', '');
    const json = { ...ownWindowHeaders(host.origin), 'content-type': 'application/json' };
    for (const path of ['/launch', '/enter', '/pair'])
      expect((await (await stranger()).send({ path, body: { token: launch } })).status, path).toBeGreaterThanOrEqual(401);
    const launched = await fetch(`${host.origin}/launch`, { method: 'POST', headers: json, body: JSON.stringify({ token: launch }) });
    const { token } = (await launched.json()) as { token: string };
    expect((await status({ authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await (await stranger()).send({ path: '/rpc/app/status', headers: { authorization: `Bearer ${token}` } })).status).toBe(401);

    const there = (headers: Record<string, string>, path = '/rpc/app/status') =>
      fetch(host.origin + path, { method: 'POST', headers: { ...json, ...headers }, body: '{}' }).then((answer) => answer.status);
    expect(await there({ authorization: `Bearer ${browser.bearer}`, cookie: browser.cookie ?? '' })).toBe(401);
    // The local host has no such ways in.
    for (const path of ['/enter', '/pair']) expect(await there({ cookie: browser.cookie ?? '' }, path)).toBe(405);
    // And a window of the local host isn't a second computer's.
    expect(await (await clientOf(host.newWindow().url)).app.status()).toMatchObject({ device: null });
  });
});

describe('TLS', () => {
  const at = () => ({ host: new URL(browser.origin).hostname, port: Number(new URL(browser.origin).port) });
  const hello = (more: object) =>
    new Promise<string>((resolve) => {
      const socket: TLSSocket = tlsConnect({ ...at(), ca, ...more }, () => resolve(socket.getProtocol() ?? ''));
      socket
        .on('error', (error) => resolve('code' in error ? String(error.code) : error.message))
        .on('secureConnect', () => socket.destroy());
    });

  test('speaks 1.2 and 1.3, nothing older, and never without', async () => {
    expect(await hello({})).toBe('TLSv1.3');
    expect(await hello({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
    // Even a client that takes weak ciphers is refused, by the server's own alert.
    for (const version of ['TLSv1', 'TLSv1.1'])
      expect(await hello({ minVersion: version, maxVersion: version, ciphers: 'ALL@SECLEVEL=0' })).toMatch(
        /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/,
      );
    // Who doesn't know the clinic's authority doesn't go on.
    expect(await hello({ ca: undefined })).toMatch(/UNABLE_TO_VERIFY|SELF_SIGNED/);

    const plain = await new Promise<string>((resolve) => {
      plainRequest({ ...at(), path: '/', agent: false }, (answer) => resolve(String(answer.statusCode)))
        .on('error', (error) => resolve('code' in error ? String(error.code) : error.message))
        .end();
    });
    expect(plain).toBe('ECONNRESET');
    expect((await status()).status).toBe(200);
  });

  test('hangs up on who dribbles headers or a body, and answers the others meanwhile', async () => {
    const own = `host: ${new URL(browser.origin).host}\r\norigin: ${browser.origin}\r\nsec-fetch-site: same-origin\r\n`;
    const keys = `cookie: ${browser.cookie}\r\nauthorization: Bearer ${browser.bearer}\r\n`;
    const slow = [
      'POST /enter HTTP/1.1\r\nx-slow: ',
      `POST /pair HTTP/1.1\r\n${own}content-type: application/json\r\ncontent-length: 900\r\n\r\n{`,
      `POST /rpc/app/status HTTP/1.1\r\n${own}${keys}content-type: application/json\r\ncontent-length: 900\r\n\r\n{`,
      '',
    ];
    const ended = Array.from({ length: 15 }, () => slow)
      .flat()
      .map((start, nth) => {
        let timer: NodeJS.Timeout | undefined;
        // From several computers: one alone may not have so many connections.
        const below = connect({ ...at(), localAddress: `127.0.0.${2 + (nth % 4)}` }).on('error', () => undefined);
        const socket = tlsConnect({ socket: below, host: at().host, ca }, () => {
          socket.write(start);
          if (start !== '') timer = setInterval(() => socket.write('x'), 50);
        });
        return new Promise<void>((resolve) => {
          socket
            .on('error', () => undefined)
            .resume()
            .once('close', () => {
              clearInterval(timer);
              resolve();
            });
        });
      });
    expect((await status()).status).toBe(200);
    await Promise.all(ended);
    expect((await status()).status).toBe(200);
  });

  test('one computer has no more than twenty connections, and the others are answered', async () => {
    let ended = 0;
    const sockets = Array.from({ length: 25 }, () =>
      connect({ ...at(), localAddress: '127.0.0.9' })
        .on('error', () => undefined)
        .resume()
        .once('close', () => (ended += 1)),
    );
    onTestFinished(() => sockets.forEach((socket) => void socket.destroy()));
    await until(() => ended >= 5);
    expect(sockets.filter(({ destroyed }) => !destroyed).length).toBe(20);
    expect((await status()).status).toBe(200);
  });

  test('two thousand strangers’ requests are refused one by one, and the paired window is answered after them', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 18, ca });
    onTestFinished(() => agent.destroy());
    const headers = {
      ...ownWindowHeaders(browser.origin),
      authorization: `Bearer ${'A'.repeat(43)}`,
      cookie: '__Host-consultleaf-device=A',
    };
    const ask = () =>
      new Promise<number>((resolve, reject) => {
        request({ ...at(), path: '/rpc/app/status', method: 'POST', headers, agent }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
        })
          .on('error', reject)
          .end();
      });
    const seen = await Promise.all(Array.from({ length: 2_000 }, ask));
    expect([...new Set(seen)]).toEqual([401]);
    expect((await status()).status).toBe(200);
  });
});

test('a stranger is told nothing by which she could pass for the clinic’s computer', async () => {
  const { body, status: code } = await (await stranger()).enter();
  expect([code, body]).toEqual([401, 'This computer is not paired.']);
});

test('a revoked computer is out at once: its stream, its calls, its cookie and its token, and another goes on', async () => {
  const lost = await pairedBrowser(admin, 'Lost');
  const userId = (await admin.app.status()).user?.id ?? '';
  const there = lost.client();
  await there.app.signIn({ userId, password: PASSWORD });
  const stream = await there.app.events();
  await stream.next();
  const ended = (async () => {
    for await (const _ of stream);
  })().catch(() => undefined);
  const id = (await admin.secondComputer.read()).devices.find(({ name }) => name === 'Lost')?.id ?? '';
  await admin.secondComputer.revoke({ id });
  await ended;
  expect((await lost.send({ path: '/rpc/patients/recent' })).status).toBe(401);
  expect((await lost.enter()).status).toBe(401);
  expect((await admin.secondComputer.pair()).pairing).not.toBe(null);
  expect((await status()).status).toBe(200);
});

test('after it was switched off and on again old window tokens open nothing, and a paired computer comes back by itself', async () => {
  const { bearer } = browser;
  await admin.secondComputer.turnOff();
  await expect(status()).rejects.toThrow('ECONNREFUSED');
  const port = Number(new URL(browser.origin).port);
  await admin.secondComputer.turnOn({ address: '127.0.0.1', port, ownPassword: PASSWORD });
  await until(async () => (await status()).status === 401);
  expect((await browser.enter()).status).toBe(200);
  expect(browser.bearer).not.toBe(bearer);
});
