import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Events } from '#backend/services/context.ts';
import { Door } from '#backend/services/door.ts';
import { Looks } from '#backend/services/look.ts';
import { SignIns } from '#backend/services/signIns.ts';
import { StoreWatch } from '#backend/services/storeWatch.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { type Store, StoreFault } from '#backend/store/store.ts';
import { clinic, doctor, PASSWORD, temporaryFolder, WORKER } from '../store/folder.ts';

test('a sign-in that can’t be finished leaves the records locked', async () => {
  let damaged = false;
  let opened: Store | undefined;
  const [signIns, events] = [new SignIns(), new Events()];
  const now = () => new Date('2026-12-05T05:12:00Z');
  const watch = new StoreWatch({ signIns, events, now });
  const door = new Door({
    dataDir: temporaryFolder(),
    openStore: (folder) => {
      const real = openStoreWorker({ folder, workerUrl: WORKER, leastKeys: true });
      // A page of the disk that can't be read, met after the password was found right.
      const run: Store['run'] = (command, input, actor) =>
        damaged && command === 'users.list'
          ? Promise.reject(new StoreFault('databaseDamaged', 'The clinic’s records are damaged on the disk.'))
          : real.run(command, input, actor);
      opened = { ...real, run };
      return opened;
    },
    signIns,
    sample: { visit: () => Promise.reject(new Error('No sample here.')), packs: { sound: async () => [] } },
    events,
    watch,
    looks: new Looks(join(temporaryFolder(), 'look.json'), now),
    now,
    version: '0.0.0-test',
  });
  onTestFinished(async () => {
    await door.close();
    watch.end();
  });
  const { user } = await door.setUp('1', { clinic, timeZone: 'Asia/Kolkata', doctor, password: PASSWORD });
  await door.signOut('1');
  damaged = true;
  await expect(door.signIn('1', { userId: user.id, password: PASSWORD })).rejects.toMatchObject({ fault: 'databaseDamaged' });
  expect(await opened?.state()).toMatchObject({ state: 'closed' });
  expect(signIns.all()).toEqual([]);
  damaged = false;
  expect(await door.signIn('1', { userId: user.id, password: PASSWORD })).toEqual(user);
});
