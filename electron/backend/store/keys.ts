import { hkdfSync, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;

/** What a subkey of the master key is for; each purpose has a key of its own. */
export type KeyPurpose = 'database' | 'audit' | 'keyring' | 'head' | 'erased' | 'backup';

/** A new random master key of 32 bytes. */
export function newMasterKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** HKDF-SHA256 of the master key for one purpose, 32 bytes. */
export function subkey(masterKey: Buffer, purpose: KeyPurpose): Buffer {
  if (masterKey.length !== KEY_BYTES) throw new RangeError('A master key has 32 bytes.');
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `consultleaf/v1/${purpose}`, KEY_BYTES));
}

/** Overwrites keys that are no longer needed. */
export function wipe(...keys: Buffer[]): void {
  for (const key of keys) key.fill(0);
}
