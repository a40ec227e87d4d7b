import { timingSafeEqual } from 'node:crypto';
import { deriveKey, newKdf } from './keyDerivation.ts';
import type { Slot } from './keyringFormat.ts';
import { KEY_BYTES, wipe } from './keys.ts';

/** A PIN as the encrypted database keeps it: as slow to try as a password, and never a key to anything. */
export interface PinRecord {
  kdf: Slot['kdf'];
  /** 32 bytes, base64. */
  hash: string;
}

export async function pinRecord(pin: string): Promise<PinRecord> {
  const kdf = newKdf();
  const key = await deriveKey(Buffer.from(pin, 'utf8'), kdf, KEY_BYTES);
  const record = { kdf, hash: key.toString('base64') };
  wipe(key);
  return record;
}

/** Takes the same time whichever digit is wrong. */
export async function isPin({ kdf, hash }: PinRecord, pin: string): Promise<boolean> {
  const key = await deriveKey(Buffer.from(pin, 'utf8'), kdf, KEY_BYTES);
  const right = timingSafeEqual(key, Buffer.from(hash, 'base64'));
  wipe(key);
  return right;
}
