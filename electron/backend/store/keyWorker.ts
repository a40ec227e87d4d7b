import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import type { DerivationInput } from './keyDerivation.ts';

/** Derives one key and ends: its memory, 64 MiB of it filled from the password, goes back to the system. */
const { secret, kdf } = workerData as DerivationInput;
const key = await argon2id({
  password: secret,
  salt: Buffer.from(kdf.salt, 'base64'),
  memorySize: kdf.memoryKiB,
  iterations: kdf.passes,
  parallelism: kdf.lanes,
  hashLength: kdf.bytes,
  outputType: 'binary',
});
secret.fill(0);
const own = new Uint8Array(key);
key.fill(0);
parentPort?.postMessage(own, [own.buffer]);
