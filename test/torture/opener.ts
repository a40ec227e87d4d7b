import { openStoreWorker } from '#backend/store/openStoreWorker.ts';

/** A program that opens the store in argv, brings it up to date by that, and closes it. */
const [, , folder = '', workerUrl = '', userId = '', password = ''] = process.argv;

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.unlock({ userId, password, at: '2027-01-15T05:12:00.000Z' });
await store.close();
