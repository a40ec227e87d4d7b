import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Events } from '#backend/services/context.ts';
import { SHIFT_MS } from '#backend/services/cover.ts';
import { Door } from '#backend/services/door.ts';
import { Looks } from '#backend/services/look.ts';
import { SignIns } from '#backend/services/signIns.ts';
import { StoreWatch } from '#backend/services/storeWatch.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import type { Store } from '#backend/store/store.ts';
import { clinic, doctor, PASSWORD, temporaryFolder, WORKER } from '../store/folder.ts';

const PIN = '2468';
/** Setting up derives several keys, which takes its time on a busy machine. */
const HOOK_MS = 60_000;
let now: Date;
let monotonicMs: number;
let signIns: SignIns;
let door: Door;
let store: Store;
let watch: StoreWatch;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = new Date('2026-12-05T05:12:00Z');
  monotonicMs = 0;
  signIns = new SignIns();
  const events = new Events();
  watch = new StoreWatch({ signIns, events, now: () => now });
  door = new Door({
    dataDir: temporaryFolder(),
    openStore: (folder) => {
      store = openStoreWorker({ folder, workerUrl: WORKER, leastKeys: true });
      return store;
    },
    signIns,
    sample: { visit: () => Promise.reject(new Error('No sample here.')), packs: { sound: async () => [] } },
    events,
    watch,
    looks: new Looks(join(temporaryFolder(), 'look.json'), () => now),
    now: () => now,
    version: '0.0.0-test',
    monotonicMs: () => monotonicMs,
  });
  await door.setUp('1', { clinic, timeZone: 'Asia/Kolkata', doctor, password: PASSWORD });
  await door.withOwnPassword('1', ({ user }, at) => store.setPin({ by: user.id, ownPassword: PASSWORD, pin: PIN, at }));
  expect((await door.cover('1')).covered).not.toBeNull();
}, HOOK_MS);
afterEach(async () => {
  await door.close();
  watch.end();
  vi.useRealTimers();
}, HOOK_MS);

test('a clock that is set back gives a PIN no longer life', async () => {
  now = new Date('2026-12-04T05:12:00Z');
  monotonicMs = SHIFT_MS;
  await expect(door.uncover('1', PIN)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect((await store.state()).state).toBe('closed');
});

test('a machine that slept has spent its time too', async () => {
  now = new Date(now.getTime() + SHIFT_MS);
  await expect(door.uncover('1', PIN)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('coming back doesn’t lengthen the shift', async () => {
  monotonicMs = SHIFT_MS - 1;
  await door.uncover('1', PIN);
  await door.cover('1');
  monotonicMs = SHIFT_MS;
  expect((await door.status('1')).covered).toBeNull();
});

test('where nobody comes back, the store is locked when the shift is over', async () => {
  vi.advanceTimersByTime(60_000);
  expect(signIns.all()).toHaveLength(1);
  monotonicMs = SHIFT_MS;
  vi.advanceTimersByTime(60_000);
  await expect.poll(async () => (await store.state()).state).toBe('closed');
  expect(signIns.all()).toEqual([]);
});

test('tries at the same time count one after the other', async () => {
  const tries = await Promise.allSettled(['0000', '0001', '0002', PIN].map((pin) => door.uncover('1', pin)));
  expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect((await store.state()).state).toBe('closed');
});
