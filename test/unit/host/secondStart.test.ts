import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { out } from '../../support/built.ts';
import { ownWindowHeaders } from '../../support/transports.ts';

interface Started {
  how: 'listening' | 'joined';
  url: string;
  process: ChildProcess;
  ended: Promise<number | null>;
}

function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-second-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** Starts the built program as `npm start` does; its input is open as long as its window is. */
async function start(dataDir: string): Promise<Started> {
  const child = spawn(process.execPath, [join(out, 'main/host.js'), '--with-window'], {
    env: { ...process.env, CONSULTLEAF_DATA: dataDir },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let heard = '';
  const line = new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      const found = /^(listening|joined) (\S+)\n/.exec(heard);
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const [, how, url = ''] = await line;
  return { how: how === 'joined' ? 'joined' : 'listening', url, process: child, ended };
}

/** What the page of a window does with its address; gives what it may call with. */
async function open(url: string): Promise<(path: string, input?: unknown) => Promise<unknown>> {
  const { origin, hash } = new URL(url);
  const headers = { ...ownWindowHeaders(origin), 'content-type': 'application/json' };
  const launched = await fetch(`${origin}/launch`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token: hash.replace('#launch=', '') }),
  });
  const { token } = (await launched.json()) as { token: string };
  return async (path, input) => {
    const body = input === undefined ? undefined : JSON.stringify({ json: input });
    const answer = await fetch(`${origin}/rpc/${path}`, {
      method: 'POST',
      headers:
        body === undefined
          ? { ...ownWindowHeaders(origin), authorization: `Bearer ${token}` }
          : { ...headers, authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });
    return ((await answer.json()) as { json: unknown }).json;
  };
}

/** What a listener on this machine answers to a text. */
function ask(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (bytes) => {
      heard += bytes;
    });
    socket.on('error', () => undefined).once('close', () => resolve(heard));
  });
}

test('a second start opens a window of its own on the first, which ends with the last window', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const second = await start(dataDir);
  expect([first.how, second.how]).toEqual(['listening', 'joined']);
  expect(new URL(second.url).origin).toBe(new URL(first.url).origin);
  expect(second.url).not.toBe(first.url);

  const inFirst = await open(first.url);
  await inFirst('app/openSample');
  const inSecond = await open(second.url);
  expect(await inFirst('app/status')).toMatchObject({ state: 'open', sample: true });
  expect(await inSecond('app/status')).toMatchObject({ state: 'first', fault: null });

  first.process.stdin?.end();
  await inSecond('app/openSample');
  expect(await inSecond('app/status')).toMatchObject({ state: 'open' });
  expect(await inFirst('app/status')).not.toMatchObject({ state: 'open' });
  expect(first.process.exitCode).toBeNull();

  second.process.stdin?.end();
  expect(await second.ended).toBe(0);
  expect(await first.ended).toBe(0);
});

test('two starts in the same moment are one program', async () => {
  const dataDir = newDataDir();
  const both = await Promise.all([start(dataDir), start(dataDir)]);
  expect(both.map(({ how }) => how).sort()).toEqual(['joined', 'listening']);
});

test('when the first has ended the second ends too; a start after a crash is a first one', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const second = await start(dataDir);
  first.process.kill('SIGKILL');
  await first.ended;
  expect(await second.ended).toBe(0);
  expect(statSync(join(dataDir, 'host.json')).isFile()).toBe(true);
  expect((await start(dataDir)).how).toBe('listening');
});

test('whoever doesn’t know the secret gets no window, and only the owner can read it', async () => {
  const dataDir = newDataDir();
  await start(dataDir);
  const meeting = join(dataDir, 'host.json');
  if (process.platform !== 'win32') expect(statSync(meeting).mode & 0o777).toBe(0o600);
  const { port } = JSON.parse(readFileSync(meeting, 'utf8')) as { port: number };
  const guess = `${JSON.stringify({ nonce: '0'.repeat(64), proof: '0'.repeat(64) })}\n`;
  for (const text of [guess, 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n', '{}\n', `${'x'.repeat(5000)}\n`])
    expect(await ask(port, text)).toBe('');
});

test('another program on the port of one that has ended is not mistaken for it', async () => {
  const dataDir = newDataDir();
  const heard: string[] = [];
  const impostor = createServer((socket) => {
    socket.on('data', (bytes) => {
      heard.push(bytes.toString());
      socket.write(`${JSON.stringify({ url: 'http://127.0.0.1:1/#launch=evil', proof: '0'.repeat(64) })}\n`);
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void impostor.close());
  const secret = 'ab'.repeat(32);
  const { port } = impostor.address() as AddressInfo;
  writeFileSync(join(dataDir, 'host.json'), JSON.stringify({ format: 'consultleaf-host', port, secret }));
  const started = await start(dataDir);
  expect(started.how).toBe('listening');
  expect(started.url).not.toContain('evil');
  expect(heard).toHaveLength(1);
  expect(heard.join()).not.toContain(secret);
});
