import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { firstStart, PASSWORD, TestBackend } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { freePort, pairedBrowser, switchOn, until } from '../../support/secondBrowser.ts';
import { type Client, overPorts, type Transport } from '../../support/transports.ts';

const DAY_MS = 86_400_000;
const FIRST = 'a first password';

let running: TestBackend;
let transport: Transport;
let admin: Client;
/** This computer's addresses in networks, as a test has them. */
let addresses: string[];
let monotonic: number;
/** How long a window may be without its stream. */
let goneMs: number;

const rendererDir = mkdtempSync(join(tmpdir(), 'consultleaf-renderer-'));
const file = () => join(running.dataDir, 'second-computer.json');

beforeAll(() => writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>window</title>'));
afterAll(() => rmSync(rendererDir, { recursive: true }));
beforeEach(async () => {
  addresses = ['192.168.1.20', '127.0.0.1'];
  monotonic = 0;
  goneMs = 60_000;
  running = newBackend();
  transport = await overPorts(running.backend);
  admin = await transport.openWindow();
  await admin.app.setUp(firstStart);
}, 60_000);
afterEach(async () => {
  await transport.close();
  await running.close();
});

function newBackend(): TestBackend {
  const made = new TestBackend({
    rendererDir,
    secondComputer: {
      allowLoopback: true,
      addresses: () => addresses,
      monotonicMs: () => monotonic,
      get goneMs() {
        return goneMs;
      },
    },
  });
  // A browser compares a certificate with its own clock.
  made.now = new Date();
  return made;
}

/** Ends the program and starts it again; nobody is signed in. */
async function restart(): Promise<Client> {
  await transport.close();
  await running.stop();
  transport = await overPorts(running.backend);
  return transport.openWindow();
}

async function signIn(client: Client, password = PASSWORD, nth = 0): Promise<void> {
  const userId = (await client.app.status()).users[nth]?.id ?? '';
  await client.app.signIn({ userId, password });
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });

test('it is off until an administrator switches it on with her password, at a private address that is this computer’s', async () => {
  const port = await freePort();
  const own = addresses;
  // A computer that stands in the internet itself: that address is no choice.
  addresses = [...own, '8.8.8.8', '0.0.0.0', 'fe80::1'];
  const off = await admin.secondComputer.read();
  expect(off).toMatchObject({ on: false, urls: [], authority: null, devices: [], pairing: null, addresses: own });
  expect(existsSync(file())).toBe(false);
  expect((await errorOf(admin.secondComputer.pair())).code).toBe('NOT_READY');
  const refused = async (address: string, ownPassword = PASSWORD) => {
    const { code, data } = await errorOf(admin.secondComputer.turnOn({ address, port, ownPassword }));
    return code === 'BAD_INPUT' ? (data as { issues: { path: string }[] }).issues[0]?.path : code;
  };
  expect(await refused('127.0.0.1', 'not her password')).toBe('WRONG_PASSWORD');
  // Public, everywhere, another computer's, a name, and forms in which a public address could hide.
  for (const address of ['8.8.8.8', '0.0.0.0', 'fe80::1', '192.168.1.21', 'desk.local'])
    expect(await refused(address), address).toBe('address');
  expect(await answers(port)).toBe(false);

  const on = await admin.secondComputer.turnOn({ address: '127.0.0.1', port, ownPassword: PASSWORD });
  expect(on).toMatchObject({ on: true, address: '127.0.0.1', port, problem: null });
  expect(on.urls[0]).toBe(`https://127.0.0.1:${port}`);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  // The authority's key is in the records alone.
  expect(readFileSync(file(), 'utf8').match(/PRIVATE KEY-----/g)?.length).toBe(2);
  expect((await errorOf(admin.secondComputer.turnOn({ address: '127.0.0.1', port: 80, ownPassword: PASSWORD }))).code).toBe('BAD_INPUT');

  // A number that is taken leaves everything as it is.
  const taken = Number(new URL((await switchOn(admin)).urls[0] ?? '').port);
  const blocker = (await import('node:net')).createServer().listen(0, '127.0.0.1');
  await until(() => blocker.listening);
  const { port: foreign } = blocker.address() as { port: number };
  const { data } = await errorOf(admin.secondComputer.turnOn({ address: '127.0.0.1', port: foreign, ownPassword: PASSWORD }));
  expect(data).toMatchObject({ issues: [{ path: 'port' }] });
  blocker.close();
  expect(await admin.secondComputer.read()).toMatchObject({ on: true, port: taken, problem: null });
  expect(await answers(taken)).toBe(true);

  expect(await admin.secondComputer.turnOff()).toMatchObject({ on: false, urls: [] });
  expect(await answers(taken)).toBe(false);
});

test('a paired computer works as reception’s: through a covered doctor’s window, until it is revoked', async () => {
  await switchOn(admin);
  await admin.users.add({ name: 'Ravi Menon', roles: ['reception'], password: FIRST, ownPassword: PASSWORD });
  const browser = await pairedBrowser(admin);
  expect(browser.cookie).toMatch(/^__Host-consultleaf-device=/);
  const there = browser.client();
  expect(await there.app.status()).toMatchObject({ state: 'locked', device: { name: 'Front desk' }, dataFolder: '' });
  expect(await admin.app.status()).toMatchObject({ device: null });

  await signIn(there, FIRST, 1);
  await there.account.changePassword({ ownPassword: FIRST, newPassword: 'his own password' });
  const heard: string[] = [];
  const stream = (async () => {
    for await (const { kind } of await there.app.events()) heard.push(kind);
  })();
  const ended = stream.catch(() => undefined);
  await until(() => heard.includes('hello'));
  expect((await admin.secondComputer.read()).devices).toMatchObject([{ name: 'Front desk', connected: true, pairedBy: 'Dr T. TEST' }]);

  const patient = await admin.patients.add({ name: 'SUNITA DEVI', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } });
  await until(() => heard.includes('patients'));
  await admin.account.setPin({ ownPassword: PASSWORD, pin: '2468' });
  await admin.app.cover();
  expect(await there.patients.read({ id: patient.id })).toMatchObject({ name: 'SUNITA DEVI' });
  await admin.app.uncover({ pin: '2468' });
  await running.backend.signOutHere();
  expect(await there.printing.queue()).toMatchObject({ jobs: [] });
  await signIn(admin);

  const [device] = (await admin.secondComputer.read()).devices;
  await admin.secondComputer.rename({ id: device?.id ?? '', name: 'Window 2' });
  expect(await there.app.status()).toMatchObject({ device: { name: 'Window 2' } });
  expect((await admin.secondComputer.revoke({ id: device?.id ?? '' })).devices).toEqual([]);
  await ended;
  // What happens at the clinic’s own computer alone isn’t heard there.
  expect(heard).not.toContain('secondComputer');
  await expect(there.app.status()).rejects.toThrow();
  expect((await browser.enter()).status).toBe(401);
  const { rows } = await admin.audit.list({ filter: {}, before: null });
  expect(
    rows.filter(({ action }) => /^(device|secondComputer)/.test(action)).map(({ action, by, subject }) => [action, by, subject]),
  ).toEqual([
    ['device.revoke', 'Dr T. TEST', 'Window 2'],
    ['device.rename', 'Dr T. TEST', 'Window 2'],
    ['device.signIn', 'Ravi Menon', 'Window 2'],
    ['device.pair', 'Dr T. TEST', 'Window 2'],
    ['device.code', 'Dr T. TEST', null],
    ['secondComputer.on', 'Dr T. TEST', null],
  ]);
  // Nobody is left whose sign-in keeps the records open.
  await admin.app.signOut();
  await until(async () => (await errorOf(admin.patients.recent())).code === 'NOT_SIGNED_IN');
});

test('after a restart it answers before anybody has signed in, and reception’s password opens the records from there', async () => {
  const { authority } = await switchOn(admin);
  const browser = await pairedBrowser(admin);
  const window = await restart();
  expect(await window.app.status()).toMatchObject({ state: 'locked' });
  await until(async () => (await browser.enter().catch(() => null))?.status === 200);
  const there = browser.client();
  expect((await errorOf(there.patients.recent())).code).toBe('NOT_SIGNED_IN');
  await signIn(there);
  expect(await there.patients.recent()).toMatchObject({ total: 0 });
  expect((await errorOf(window.patients.recent())).code).toBe('NOT_SIGNED_IN');
  await signIn(window);
  expect(await window.secondComputer.read()).toMatchObject({ on: true, problem: null, authority, devices: [{ name: 'Front desk' }] });
});

test('the sign-in of a window that is closed there ends by itself', async () => {
  goneMs = 100;
  const window = await restart();
  await signIn(window);
  await switchOn(window);
  const browser = await pairedBrowser(window);
  const there = browser.client();
  const heard = there.app.events();
  await signIn(there);
  const stream = await heard;
  await stream.next();
  const ends = async () => {
    const { rows } = await window.audit.list({ filter: { group: 'signIn' }, before: null });
    return rows.filter(({ action }) => action === 'signOut').length;
  };
  const before = await ends();
  expect(await there.patients.recent()).toMatchObject({ total: 0 });
  await stream.return?.();
  await until(async () => (await ends()) > before);
  expect((await errorOf(there.patients.recent())).code).toBe('NOT_SIGNED_IN');
});

test('an address that is gone is said, and listened at again when it is back; the certificate is renewed in time', async () => {
  const today = running.now.getTime();
  running.now = new Date(today - 12 * DAY_MS);
  const port = Number(new URL((await switchOn(admin)).urls[0] ?? '').port);
  const browser = await pairedBrowser(admin);
  addresses = ['192.168.1.20'];
  await running.look();
  expect((await admin.secondComputer.read()).problem).toContain('address has changed: 127.0.0.1');
  expect(await answers(port)).toBe(false);
  expect((await errorOf(admin.secondComputer.pair())).code).toBe('NOT_READY');
  addresses = ['192.168.1.20', '127.0.0.1'];
  await running.look();
  expect((await admin.secondComputer.read()).problem).toBe(null);
  expect((await browser.enter()).status).toBe(200);

  const { certificateUntil } = await admin.secondComputer.read();
  const { key } = JSON.parse(readFileSync(file(), 'utf8')).server;
  running.now = new Date(today - 3 * DAY_MS);
  await running.look();
  expect((await admin.secondComputer.read()).certificateUntil).toBe(certificateUntil);
  running.now = new Date(today - DAY_MS);
  await running.look();
  expect((await admin.secondComputer.read()).certificateUntil).not.toBe(certificateUntil);
  expect(JSON.parse(readFileSync(file(), 'utf8')).server.key).not.toBe(key);
  expect((await browser.enter()).status).toBe(200);
});

test('what stands in the file alone, or in the records alone, lets nobody in once the records are open', async () => {
  await switchOn(admin);
  const known = await pairedBrowser(admin);
  const other = await pairedBrowser(admin, 'Other desk');
  await transport.close();
  await running.stop();
  const kept = JSON.parse(readFileSync(file(), 'utf8'));
  expect(kept.devices.map(({ name }: { name: string }) => name)).toEqual(['Front desk', 'Other desk']);
  // Somebody edits the file: one computer that was never paired, and one is gone.
  const [first, second] = kept.devices;
  const planted = { ...second, id: 'a3c1f4a8-6f0e-4a53-8a52-3e1d4c9f8b10', name: 'Planted' };
  writeFileSync(file(), JSON.stringify({ ...kept, devices: [first, planted] }));
  transport = await overPorts(running.backend);
  const window = await transport.openWindow();
  await until(async () => (await other.enter().catch(() => null))?.status === 200);
  await signIn(window);
  await until(async () => (await other.enter()).status === 401);
  expect((await known.enter()).status).toBe(200);
  expect((await window.secondComputer.read()).devices.map(({ name }) => name)).toEqual(['Front desk']);

  // A file that was put away, as on another computer: it is off, and every computer has to be paired anew.
  await transport.close();
  await running.stop();
  writeFileSync(file(), '{}');
  transport = await overPorts(running.backend);
  const later = await transport.openWindow();
  await signIn(later);
  await until(async () => (await later.secondComputer.read()).devices.length === 0);
  expect(await later.secondComputer.read()).toMatchObject({ on: false });
});
