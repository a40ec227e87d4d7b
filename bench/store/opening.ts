import { argon2id } from 'hash-wasm';
import { openEncrypted } from '#backend/store/database.ts';
import { subkey } from '#backend/store/keys.ts';
import { OpenStore } from '#backend/store/openStore.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';
import { MIGRATIONS, openedKeyring, PASSWORD, WORKER } from '../parts/clinic.ts';
import { timesOf } from '../parts/measure.ts';
import type { Row } from '../parts/report.ts';

const TIMES = 15;

/** Row 6 of the bars: from the password to an open store, and the opening alone. */
export async function measureOpening(folder: string): Promise<Row[]> {
  const files = storeFiles(folder);
  const { masterKey, store: id } = await openedKeyring(folder);
  const key = subkey(masterKey, 'database');
  const at = new Date().toISOString();
  const opening = await timesOf(TIMES, () => OpenStore.open({ files, store: id, masterKey, migrations: MIGRATIONS, at }).close());
  const bareOpening = await timesOf(TIMES, () => openEncrypted(files.database, key).close());

  const store = openStoreWorker({ folder, workerUrl: WORKER });
  const [user] = (await store.state()).users;
  if (!user) throw new Error('The keyring has no user.');
  const unlock = () => store.unlock({ userId: user.id, password: PASSWORD, at });
  await unlock();
  const unlocks: number[] = [];
  for (let round = 0; round < TIMES; round += 1) {
    await store.lock();
    unlocks.push(...(await timesOf(1, unlock)));
  }
  await store.close();
  const derive = () =>
    argon2id({
      password: PASSWORD,
      salt: new Uint8Array(16),
      memorySize: 64 * 1024,
      iterations: 3,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
  const derivations = await timesOf(TIMES, derive);
  return [
    {
      what: 'unlock with a password',
      times: unlocks.toSorted((a, b) => a - b),
      bar: 800,
      peer: { what: 'Argon2id alone', times: derivations },
      atMost: 3,
    },
    { what: 'open and check the newest rows', times: opening, bar: 50, peer: { what: 'open the file', times: bareOpening }, atMost: 150 },
  ];
}
