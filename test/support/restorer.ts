import { openStoreWorker } from '#backend/store/openStoreWorker.ts';

/** A program that is going to be killed: puts a backup in the place of the records in argv, and prints each stage. */
const [, , folder = '', workerUrl = '', backup = '', userId = '', password = ''] = process.argv;
const at = '2026-12-06T08:30:00.000Z';
const say = (stage: string) => process.stdout.write(`${stage}\n`);

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.state();
say('ready');
await store.work('restore.prepare', { backup, with: { kind: 'password', userId, password }, at });
say('prepared');
await store.work('restore.commit', { at });
say('done');
await store.close();
