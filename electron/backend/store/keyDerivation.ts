import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { MIN_MEMORY_KIB, MIN_PASSES, type Slot } from './keyringFormat.ts';

export interface DerivationInput {
  secret: Uint8Array;
  kdf: Slot['kdf'] & { bytes: number };
}

/** Argon2id with 64 MiB, 3 passes, 1 lane: about a quarter of a second on a clinic's machine. */
const USUAL = { name: 'argon2id', memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const;
/** The weakest that are read: for tests, which make hundreds. */
const LEAST = { ...USUAL, memoryKiB: MIN_MEMORY_KIB, passes: MIN_PASSES } as const;
let strength: typeof USUAL | typeof LEAST = USUAL;

/** From now on new secrets of this thread take the weakest parameters that are read. The program never asks for it. */
export function deriveLeast(): void {
  strength = LEAST;
}

/** Parameters for a new secret, with a salt of its own. */
export function newKdf(): Slot['kdf'] {
  return { ...strength, salt: randomBytes(16).toString('base64') };
}

/** Beside the source of this file, or in the folder of the built workers. */
function workerUrl(): URL {
  const places = ['./keyWorker.ts', './key-worker.js', '../key-worker.js'].map((place) => new URL(place, import.meta.url));
  const url = places.find((place) => existsSync(place));
  if (!url) throw new Error('The worker that derives keys is missing from the program.');
  return url;
}

/** One at a time, so that many tries together don't take the memory and the processors from everybody else. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The key that a password, a PIN or a recovery secret gives, `bytes` long: Argon2id in a thread of its own, so that
 * saving goes on meanwhile. The secret is copied; both copies belong to whoever made them.
 */
export function deriveKey(secret: Buffer, kdf: Slot['kdf'], bytes: number): Promise<Buffer> {
  const own = new Uint8Array(secret);
  const derived = last.then(() => inThread({ secret: own, kdf: { ...kdf, bytes } }));
  last = derived.catch(() => undefined);
  return derived;
}

function inThread(workerData: DerivationInput): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl(), { workerData, transferList: [workerData.secret.buffer as ArrayBuffer] });
    let key: Buffer | undefined;
    worker.once('message', (bytes: Uint8Array) => {
      key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
    worker.once('error', reject);
    worker.once('exit', () => (key ? resolve(key) : reject(new Error('The worker that derives keys has ended early.'))));
  });
}
