import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const keysSchema = z.array(z.strictObject({ name: z.string().min(1), publicKey: z.string() }));

/**
 * The publisher's public keys (Ed25519), as they were built into this program: an update is taken when one of them
 * signed it. A build without keys takes no update. Throws for a key that can't be read: that is a fault of the build.
 */
export async function readPublisherKeys(file: string): Promise<KeyObject[]> {
  const keys = keysSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return keys.map(({ publicKey }) => {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('A publisher’s key has to be of the type Ed25519.');
    return key;
  });
}
