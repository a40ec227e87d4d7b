import { openStoreWorker } from '#backend/store/openStoreWorker.ts';

/**
 * A program that is going to be killed: opens the store in argv, saves answers without pause, several at once, and
 * prints the key of each save that was acknowledged.
 */
const [, , folder = '', workerUrl = '', userId = '', password = '', consultationId = '', round = ''] = process.argv;
const IN_FLIGHT = 4;
const at = '2026-12-05T05:12:00.000Z';

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.unlock({ userId, password, at });

async function saveForEver(lane: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const key = `topic.r${round}.l${lane}.n${n}`;
    await store.run(
      'consultations.saveAnswers',
      { id: consultationId, changes: [{ key, value: { state: 'known', value: key } }], rev: 1 },
      { userId, at },
    );
    process.stdout.write(`${key}\n`);
  }
}
await Promise.all(Array.from({ length: IN_FLIGHT }, (_, lane) => saveForEver(lane)));
