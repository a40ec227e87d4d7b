import { openStoreWorker } from '#backend/store/openStoreWorker.ts';

/** A program that makes one backup of the store in argv. */
const [, , folder = '', workerUrl = '', userId = '', password = ''] = process.argv;
const actor = { userId, at: '2026-12-06T08:30:00.000Z' };

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.unlock({ ...actor, password });
await store.work('backup.make', { why: 'byHand', actor });
await store.close();
