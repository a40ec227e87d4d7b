import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createLog } from '#backend/log.ts';
import { SecondComputer } from '#backend/secondComputer/secondComputer.ts';
import { Events } from '#backend/services/context.ts';
import { Entrance } from '#backend/services/entrance.ts';
import { SignIns } from '#backend/services/signIns.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import type { Store } from '#backend/store/store.ts';
import type { AppEvent } from '#core/contract/shapes.ts';
import { clinic, doctor, firstStart, PASSWORD, workers } from '../../support/backend.ts';
import { freePort, SecondBrowser, until } from '../../support/secondBrowser.ts';

/** What happens at the very moment at which the records are asked something; a real store answers afterwards. */
let meanwhile: (command: string) => unknown;
const folder = mkdtempSync(join(tmpdir(), 'consultleaf-second-'));
let store: Store;
let admin: { userId: string; at: string };

const DAY_MS = 86_400_000;
let now: Date;
let signIns: SignIns;
let events: Events;
let told: AppEvent[];
let second: SecondComputer;
let file: string;
let addresses: () => string[];

beforeAll(async () => {
  const real = openStoreWorker({ folder: join(folder, 'clinic'), workerUrl: workers.store, leastKeys: true });
  const run = async (...asked: Parameters<Store['run']>) => {
    await meanwhile(asked[0]);
    return real.run(...asked);
  };
  store = Object.assign(Object.create(real), real, { run });
  const { user } = await real.create({
    clinic,
    timeZone: firstStart.timeZone,
    sample: false,
    user: { name: doctor.name, roles: ['doctor', 'administrator'], doctor },
    password: PASSWORD,
    at: new Date().toISOString(),
  });
  admin = { userId: user.id, at: new Date().toISOString() };
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  meanwhile = () => undefined;
  // A browser compares a certificate with its own clock.
  now = new Date(Date.now() - 12 * DAY_MS);
  addresses = () => ['127.0.0.1'];
  signIns = new SignIns();
  events = new Events();
  signIn('hers');
  file = join(mkdtempSync(join(folder, 'data-')), 'second-computer.json');
  for (const { id } of (await store.run('secondComputer.read', null, admin)).devices) await store.run('devices.revoke', { id }, admin);
  second = start();
  told = [];
  const ended = new AbortController();
  void (async () => {
    for await (const event of events.subscribe(ended.signal)) told.push(event);
  })().catch(() => undefined);
  onTestFinished(async () => {
    meanwhile = () => undefined;
    ended.abort();
    await second.end();
  });
  await second.serve({} as Parameters<SecondComputer['serve']>[0], () => undefined);
});

const signIn = (windowId: string) =>
  signIns.set(windowId, {
    user: { id: admin.userId, name: doctor.name, roles: ['administrator'] },
    store,
    sample: false,
    mustChangePassword: false,
    typedAt: { wallMs: 0, monotonicMs: 0 },
  });
const start = () =>
  new SecondComputer({
    file,
    store,
    signIns,
    events,
    signOut: async () => undefined,
    now: () => now,
    monotonicMs: () => 0,
    log: createLog({ file: join(folder, 'test.log') }),
    allowLoopback: true,
    addresses: () => addresses(),
  });
const turnOn = async () => second.turnOn({ address: '127.0.0.1', port: await freePort() }, admin);
const code = async () => {
  await second.pair(admin);
  return (await second.state(admin)).pairing?.code ?? '';
};
async function paired(name: string): Promise<SecondBrowser> {
  const browser = new SecondBrowser(await second.state(admin));
  expect((await browser.pair(await code(), name)).status).toBe(200);
  return browser;
}
const inFile = () => JSON.parse(readFileSync(file, 'utf8')).devices.map(({ name }: { name: string }) => name);
/** Revokes the computer `name` when the records are asked for `at`. */
function revokeAt(at: string, id: string): { revoked: Promise<void> | undefined } {
  const doing: { revoked: Promise<void> | undefined } = { revoked: undefined };
  let begun = false;
  meanwhile = (command) => {
    if (command !== at || begun) return;
    begun = true;
    doing.revoked = second.revoke(id, admin);
  };
  return doing;
}

test.each([
  ['it is moved to another address', 'secondComputer.turnOn', turnOn],
  [
    'it could not be moved',
    'secondComputer.turnOn',
    async () => {
      const also = meanwhile;
      meanwhile = (command) => {
        also(command);
        if (command === 'secondComputer.turnOn') throw new Error('full');
      };
      await expect(turnOn()).rejects.toThrow('full');
    },
  ],
  [
    'its certificate is renewed',
    'secondComputer.authority',
    async () => {
      now = new Date(now.getTime() + 12 * DAY_MS);
      await second.look();
    },
  ],
  [
    'the records are being compared with the file',
    'devices.revoke',
    async () => {
      await store.run('devices.add', { id: 'a3c1f4a8-6f0e-4a53-8a52-3e1d4c9f8b10', name: 'Planted', tokenHash: 'a'.repeat(64) }, admin);
      signIns.delete('hers');
      await second.look();
      signIn('hers');
      await second.look();
    },
  ],
])('a computer that is revoked while %s stays out', async (_while, at, work) => {
  await turnOn();
  const lost = await paired('Lost');
  await paired('Kept');
  const id = (await second.state(admin)).devices.find(({ name }) => name === 'Lost')?.id ?? '';
  const own = meanwhile;
  const doing = revokeAt(at, id);
  await work();
  expect(doing.revoked).toBeDefined();
  await doing.revoked;
  meanwhile = own;
  expect(inFile()).toEqual(['Kept']);
  expect((await second.state(admin)).devices.map(({ name }) => name)).toEqual(['Kept']);
  if (at !== 'secondComputer.authority') Object.assign(lost, { origin: (await second.state(admin)).urls[0] });
  expect((await lost.enter()).status).toBe(401);
});

test('switched off on a disk that is full, nobody can reach it any more', async () => {
  await turnOn();
  const browser = await paired('Front desk');
  rmSync(dirname(file), { recursive: true });
  await expect(second.turnOff(admin)).rejects.toThrow();
  await expect(browser.enter()).rejects.toThrow('ECONNREFUSED');
  mkdirSync(dirname(file));
});

test('a sign-in there that can’t be written down is none', async () => {
  meanwhile = (command) => {
    if (command === 'audit.add') throw new Error('full');
  };
  const entrance = new Entrance({ signIns, events, now: () => now, monotonicMs: () => 0 });
  const user = { id: admin.userId, name: doctor.name, roles: ['doctor' as const] };
  await expect(entrance.enter('there', store, user, { sample: false, device: 'Front desk' })).rejects.toThrow('full');
  expect(signIns.of('there')).toBeUndefined();
});

test('a computer counts as paired when the records have it, and a stranger’s guesses beyond those that are told tell nobody', async () => {
  await turnOn();
  const guest = new SecondBrowser(await second.state(admin));
  meanwhile = (command) => {
    if (command === 'devices.add') throw new Error('full');
  };
  expect((await guest.pair(await code())).status).toBe(403);
  expect((await second.state(admin)).tries).toEqual([]);
  meanwhile = () => undefined;
  for (let n = 0; n < 5; n++) await guest.pair('00000000');
  told = [];
  for (let n = 0; n < 3; n++) expect((await guest.pair('00000000')).status).toBe(403);
  expect(told).toEqual([]);
});

test('a code ends with the sign-in of who asked for it', async () => {
  await turnOn();
  const guest = new SecondBrowser(await second.state(admin));
  const digits = await code();
  // Another window of somebody else keeps the records open.
  signIns.set('his', { ...signInOf('hers'), user: { id: 'b3c1f4a8-6f0e-4a53-8a52-3e1d4c9f8b10', name: 'B', roles: ['reception'] } });
  signIns.delete('hers');
  expect((await guest.pair(digits)).status).toBe(403);
  signIn('hers');
  const later = await code();
  told = [];
  signIns.delete('hers');
  events.publish({ kind: 'status' });
  await until(() => told.some(({ kind }) => kind === 'secondComputer'));
  signIn('hers');
  expect((await second.state(admin)).pairing).toBe(null);
  expect((await guest.pair(later)).status).toBe(403);
});

function signInOf(windowId: string) {
  const there = signIns.of(windowId);
  if (!there) throw new Error('Nobody is signed in.');
  return there;
}
