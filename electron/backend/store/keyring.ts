import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { canonical } from './canonical.ts';
import { storeFault } from './faults.ts';
import { deriveKey, newKdf } from './keyDerivation.ts';
import type { RecoverySlot, Slot, UserSlot } from './keyringFormat.ts';
import { KEY_BYTES, wipe } from './keys.ts';

type Sealed = Pick<Slot, 'kdf' | 'nonce' | 'wrappedKey' | 'tag'>;
type SlotFields = Omit<UserSlot, keyof Sealed> | Omit<RecoverySlot, keyof Sealed>;

/** UTF-8 of a password, the same for every way of typing its letters. */
function passwordBytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8');
}

/** Everything of a slot but the sealed key, bound to its store: none of it can be changed without the password. */
function authenticated(store: string, fields: SlotFields & Pick<Sealed, 'kdf' | 'nonce'>): Buffer {
  return Buffer.from(canonical({ store, ...fields }), 'utf8');
}

async function seal(store: string, fields: SlotFields, secret: Buffer, masterKey: Buffer): Promise<Sealed> {
  const kdf = newKdf();
  const nonce = randomBytes(12);
  const key = await deriveKey(secret, kdf, KEY_BYTES);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(authenticated(store, { ...fields, kdf, nonce: nonce.toString('base64') }));
    const wrapped = Buffer.concat([cipher.update(masterKey), cipher.final()]);
    return { kdf, nonce: nonce.toString('base64'), wrappedKey: wrapped.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
  } finally {
    wipe(key);
  }
}

/** A slot that opens with the user's password. */
export async function sealUserSlot(
  store: string,
  user: Pick<UserSlot, 'id' | 'name' | 'roles'>,
  password: string,
  masterKey: Buffer,
): Promise<UserSlot> {
  const fields = { kind: 'user' as const, id: user.id, name: user.name, roles: user.roles };
  const secret = passwordBytes(password);
  try {
    return { ...fields, ...(await seal(store, fields, secret, masterKey)) };
  } finally {
    wipe(secret);
  }
}

/** The slot that opens with the printed recovery key. */
export async function sealRecoverySlot(store: string, secret: Buffer, masterKey: Buffer): Promise<RecoverySlot> {
  const fields = { kind: 'recovery' as const, id: randomUUID() };
  return { ...fields, ...(await seal(store, fields, secret, masterKey)) };
}

/** The master key out of a user's slot; throws `wrongPassword`. */
export async function openUserSlot(store: string, slot: UserSlot, password: string): Promise<Buffer> {
  const secret = passwordBytes(password);
  try {
    return await openSlot(store, slot, secret);
  } finally {
    wipe(secret);
  }
}

/** The master key out of the recovery slot; throws `wrongPassword`. */
export function openRecoverySlot(store: string, slot: RecoverySlot, secret: Buffer): Promise<Buffer> {
  return openSlot(store, slot, secret, 'This recovery key belongs to another clinic, or has been replaced by a newer one.');
}

async function openSlot(store: string, slot: Slot, secret: Buffer, otherwise?: string): Promise<Buffer> {
  const { wrappedKey, tag, ...fields } = slot;
  const key = await deriveKey(secret, slot.kdf, KEY_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(authenticated(store, fields));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const opened = decipher.update(Buffer.from(wrappedKey, 'base64'));
    try {
      decipher.final();
    } catch {
      wipe(opened);
      throw storeFault('wrongPassword', otherwise);
    }
    return opened;
  } finally {
    wipe(key);
  }
}
