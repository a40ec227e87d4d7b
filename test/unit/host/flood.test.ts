import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Host, startHost } from '../../../electron/host/startHost.ts';
import { TestBackend } from '../../support/backend.ts';
import { ownWindowHeaders } from '../../support/transports.ts';

let running: TestBackend;
let rendererDir: string;
let host: Host;
let bearer: string;

/** What the page of a new window does with its address. */
async function enter({ origin, newWindow }: Host): Promise<string> {
  const token = new URL(newWindow().url).hash.replace('#launch=', '');
  const headers = { ...ownWindowHeaders(origin), 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/launch`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  return ((await answer.json()) as { token: string }).token;
}

const status = async ({ origin }: Host, token: string): Promise<number> => {
  const headers = { ...ownWindowHeaders(origin), authorization: `Bearer ${token}` };
  return (await fetch(`${origin}/rpc/app/status`, { method: 'POST', headers })).status;
};

beforeAll(async () => {
  running = new TestBackend();
  rendererDir = join(running.dataDir, 'renderer');
  mkdirSync(rendererDir);
  host = await startHost({ backend: running.backend, rendererDir, patience: { headersMs: 500, wholeMs: 1_000 } });
  bearer = await enter(host);
}, 60_000);
afterAll(async () => {
  await host.close();
  await running.close();
});

/** A client that sends `start` and then a letter now and then, for as long as it is let; gives what it heard at the end. */
function dribble(start: string): { socket: Socket; ended: Promise<string> } {
  const { hostname, port } = new URL(host.origin);
  let timer: NodeJS.Timeout | undefined;
  // Not before the start is on its way: a letter ahead of it would be another request, and a bad one.
  const socket = connect(Number(port), hostname, () => {
    socket.write(start);
    timer = setInterval(() => socket.write('x'), 50);
  });
  let heard = '';
  const ended = new Promise<string>((resolve) => {
    socket.on('data', (bytes) => {
      heard += bytes;
    });
    socket
      .on('error', () => undefined)
      .once('close', () => {
        clearInterval(timer);
        resolve(heard);
      });
  });
  return { socket, ended };
}

test('callers that dribble their headers or their body are hung up on, and the window is answered meanwhile', async () => {
  const { host: name } = new URL(host.origin);
  const own = `host: ${name}\r\norigin: ${host.origin}\r\nsec-fetch-site: same-origin\r\nauthorization: Bearer ${bearer}\r\n`;
  const headers = 'POST /rpc/app/status HTTP/1.1\r\nx-slow: ';
  const body = `POST /rpc/app/status HTTP/1.1\r\n${own}content-type: application/json\r\ncontent-length: 900000\r\n\r\n{`;
  const slow = [...Array(100).fill(headers), ...Array(100).fill(body)].map((start: string) => dribble(start));
  onTestFinished(() => {
    for (const { socket } of slow) socket.destroy();
  });
  expect(await status(host, bearer)).toBe(200);
  const heard = await Promise.all(slow.map(({ ended }) => ended));
  // All were ended; the reason is lost where a letter was on its way while the host hung up.
  expect(heard.filter((answer) => answer !== '' && !answer.startsWith('HTTP/1.1 408'))).toEqual([]);
  expect(await status(host, bearer)).toBe(200);
});

test('ten thousand strangers’ requests are refused one by one, and the window is answered after them', async () => {
  const { hostname, port } = new URL(host.origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  onTestFinished(() => agent.destroy());
  const headers = { ...ownWindowHeaders(host.origin), authorization: `Bearer ${'A'.repeat(43)}` };
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const call = request({ hostname, port, path: '/rpc/app/status', method: 'POST', headers, agent }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      });
      call.on('error', reject).end();
    });
  const seen = new Map<number, number>();
  for (let round = 0; round < 100; round++) {
    for (const code of await Promise.all(Array.from({ length: 100 }, ask))) seen.set(code, (seen.get(code) ?? 0) + 1);
  }
  expect([...seen]).toEqual([[401, 10_000]]);
  expect(await status(host, bearer)).toBe(200);
});

test('the keys of a start that has ended open nothing in the next', async () => {
  const ended = await startHost({ backend: running.backend, rendererDir });
  const unused = new URL(ended.newWindow().url).hash.replace('#launch=', '');
  const old = await enter(ended);
  expect(await status(ended, old)).toBe(200);
  await ended.close();
  expect(await status(host, old)).toBe(401);
  const headers = { ...ownWindowHeaders(host.origin), 'content-type': 'application/json' };
  const launch = await fetch(`${host.origin}/launch`, { method: 'POST', headers, body: JSON.stringify({ token: unused }) });
  expect(launch.status).toBe(403);
});
