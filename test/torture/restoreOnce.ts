import { openStoreWorker } from '#backend/store/openStoreWorker.ts';

/** A program that puts the backup in argv in the place of the records. */
const [, , folder = '', workerUrl = '', userId = '', password = '', backup = ''] = process.argv;
const at = '2026-12-06T08:30:00.000Z';

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.state();
await store.work('restore.prepare', { backup, with: { kind: 'password', userId, password }, at });
await store.lock();
await store.work('restore.commit', { at });
await store.close();
