import { openStoreWorker } from '#backend/store/openStoreWorker.ts';

/**
 * A program that is going to be killed: opens the store in argv, prints `ready`, and makes one backup after another while
 * it saves; prints the name of each backup that was acknowledged.
 */
const [, , folder = '', workerUrl = '', userId = '', password = '', consultationId = ''] = process.argv;
const at = new Date().toISOString();
const actor = { userId, at };

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.unlock({ userId, password, at });
process.stdout.write('ready\n');

async function saveForEver(): Promise<never> {
  for (let n = 0; ; n += 1) {
    const changes = [{ key: `topic.p${process.pid}.n${n}`, value: { state: 'known', value: n } }];
    await store.run('consultations.saveAnswers', { id: consultationId, changes, rev: 1 }, actor);
  }
}

async function backUpForEver(): Promise<never> {
  for (;;) {
    const { name } = await store.work('backup.make', { why: 'hourly', actor });
    process.stdout.write(`${name}\n`);
  }
}
await Promise.all([saveForEver(), backUpForEver()]);
