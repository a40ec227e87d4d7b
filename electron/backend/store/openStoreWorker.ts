import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { assertNodeVersion } from './nodeVersion.ts';
import { type Reply, type Request, type Told, unpackError, type WorkerStart } from './protocol.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** Folder of one clinic's store; made when a store is created in it. */
  folder: string;
  /** The worker's entry, built or source; `migrationsOf` tells where its SQL files stand. */
  workerUrl: URL;
  /** For tests, which make hundreds of keys: the weakest that are read. The program never asks for it. */
  leastKeys?: boolean;
}

type Call = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void; tell?: Tell };
type Tell = (progress: Told['told']) => void;

const ENDED = 'The part of the program that keeps the records has ended. Close the program and start it again; everything saved is kept.';

/** Beside the source of the worker, or where the build lays out what the program reads. */
function migrationsOf(workerUrl: URL): URL {
  const beside = new URL('migrations/', workerUrl);
  return existsSync(beside) ? beside : new URL('../resources/migrations/', workerUrl);
}

/**
 * Starts the worker of one store. It holds the folder's lock until `close`. Throws at once when this Node is too old.
 */
export function openStoreWorker({ folder, workerUrl, leastKeys = false }: StoreOptions): Store {
  assertNodeVersion(process.versions.node);
  const workerData: WorkerStart = { folder, migrations: migrationsOf(workerUrl).href, leastKeys };
  const worker = new Worker(workerUrl, { workerData });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | null = null;

  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (reply: Reply | Told) => {
    const caller = waiting.get(reply.id);
    if ('told' in reply) return caller?.tell?.(reply.told);
    waiting.delete(reply.id);
    if (reply.ok) caller?.resolve(reply.value);
    else caller?.reject(unpackError(reply.error));
  });
  worker.on('error', (error) => end(new Error(ENDED, { cause: error })));
  worker.on('exit', () => end(new Error(ENDED)));

  const ask = (call: Call, tell?: Tell): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      lastId += 1;
      waiting.set(lastId, { resolve, reject, ...(tell ? { tell } : {}) });
      worker.postMessage({ id: lastId, ...call });
    });
  // What the worker answers has the type of the call: both sides are built together.
  const typed = <T>(call: Call, tell?: Tell) => ask(call, tell) as Promise<T>;

  let closing: Promise<void> | null = null;
  const close = async () => {
    if (ended) return;
    try {
      await typed({ call: 'close' });
    } finally {
      await worker.terminate();
    }
  };

  return {
    state: () => typed({ call: 'state' }),
    create: (input) => typed({ call: 'create', input }),
    unlock: (input) => typed({ call: 'unlock', input }),
    recover: (input) => typed({ call: 'recover', input }),
    addUser: (input) => typed({ call: 'addUser', input }),
    resetPassword: (input) => typed({ call: 'resetPassword', input }),
    retire: (input) => typed({ call: 'retire', input }),
    renewRecoveryKey: (input) => typed({ call: 'renewRecoveryKey', input }),
    checkPassword: (input) => typed({ call: 'checkPassword', input }),
    changePassword: (input) => typed({ call: 'changePassword', input }),
    setPin: (input) => typed({ call: 'setPin', input }),
    checkPin: (input) => typed({ call: 'checkPin', input }),
    run: (command, input, actor) => typed({ call: 'run', command, input, actor }),
    work: (work, input, tell) => typed({ call: 'work', work, input }, tell),
    lock: () => typed({ call: 'lock' }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
