import { parentPort, workerData } from 'node:worker_threads';
import type { CreateInput } from './createStore.ts';
import { faultBehind } from './faults.ts';
import { Keeper } from './keeper.ts';
import { deriveLeast } from './keyDerivation.ts';
import { readMigrations } from './migrate.ts';
import { packError, type Reply, type Request, type Told, type WorkerStart } from './protocol.ts';
import type { Store } from './store.ts';

if (!parentPort) throw new Error('The store runs as a worker: see openStoreWorker.');
const port = parentPort;
const { folder, migrations, leastKeys } = workerData as WorkerStart;
if (leastKeys) deriveLeast();
const keeper = new Keeper(folder, readMigrations(new URL(migrations)));

async function answer(request: Request): Promise<unknown> {
  switch (request.call) {
    case 'state':
      return keeper.state();
    case 'create':
      return keeper.create(request.input as CreateInput);
    case 'unlock':
      return keeper.unlock(request.input as Parameters<Store['unlock']>[0]);
    case 'recover':
      return keeper.recover(request.input as Parameters<Store['recover']>[0]);
    case 'work':
      return keeper.works.run(request.work, request.input as never, (told) => port.postMessage({ id: request.id, told } satisfies Told));
    case 'run':
      return keeper.run(request.command, request.input as never, request.actor);
    case 'lock':
      return keeper.lock();
    case 'close':
      return keeper.close();
    default:
      return keeper.people[request.call](request.input as never);
  }
}

async function reply(request: Request): Promise<void> {
  const message: Reply = await answer(request).then(
    (value) => ({ id: request.id, ok: true, value }),
    (error: unknown) => ({ id: request.id, ok: false, error: packError(faultBehind(error) ?? error) }),
  );
  port.postMessage(message);
}

/**
 * Whatever derives a key from a password waits for another thread, and one goes after the other. Commands go on beside
 * it, each a transaction of its own: the keeper changes what is open in one step, so none meets a store half opened.
 */
let last = Promise.resolve();
port.on('message', (request: Request) => {
  if (request.call === 'run' || request.call === 'state' || request.call === 'work') reply(request);
  else last = last.then(() => reply(request));
});
