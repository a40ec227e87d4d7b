import { KEY_BYTES, type KeyPurpose, subkey, wipe } from './keys.ts';

const PURPOSES = ['database', 'audit', 'head', 'backup'] as const satisfies readonly KeyPurpose[];

/** The subkeys that work on backups needs. The master key never leaves the store's own thread. */
export type WorkKeys = Record<(typeof PURPOSES)[number], Buffer>;

export function workKeys(masterKey: Buffer): WorkKeys {
  return {
    database: subkey(masterKey, 'database'),
    audit: subkey(masterKey, 'audit'),
    head: subkey(masterKey, 'head'),
    backup: subkey(masterKey, 'backup'),
  };
}

export function wipeKeys(keys: WorkKeys): void {
  wipe(...Object.values(keys));
}

/** A copy in one block of memory, to be handed over to another thread: the sender keeps nothing of it. */
export function packKeys(keys: WorkKeys): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(PURPOSES.length * KEY_BYTES);
  for (const [index, purpose] of PURPOSES.entries()) packed.set(keys[purpose], index * KEY_BYTES);
  return packed;
}

/** The keys in a block that was handed over; they share its memory, so wiping them wipes it. */
export function unpackKeys(packed: Uint8Array<ArrayBuffer>): WorkKeys {
  const at = (purpose: (typeof PURPOSES)[number]) =>
    Buffer.from(packed.buffer, packed.byteOffset + PURPOSES.indexOf(purpose) * KEY_BYTES, KEY_BYTES);
  return { database: at('database'), audit: at('audit'), head: at('head'), backup: at('backup') };
}
