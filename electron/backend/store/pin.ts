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
  const key = await keyOf(pin, kdf);
  const record = { kdf, hash: key.toString('base64') };
  wipe(key);
  return record;
}

/** Takes the same time whichever digit is wrong. */
export async function isPin({ kdf, hash }: PinRecord, pin: string): Promise<boolean> {
  const key = await keyOf(pin, kdf);
  const right = timingSafeEqual(key, Buffer.from(hash, 'base64'));
  wipe(key);
  return right;
}

async function keyOf(pin: string, kdf: PinRecord['kdf']): Promise<Buffer> {
  const secret = Buffer.from(pin, 'utf8');
  try {
    return await deriveKey(secret, kdf, KEY_BYTES);
  } finally {
    wipe(secret);
  }
}
