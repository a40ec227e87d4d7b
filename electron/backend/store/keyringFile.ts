import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { canonical } from './canonical.ts';
import { storeFault, withFaults } from './faults.ts';
import { sealUserSlot } from './keyring.ts';
import { type Keyring, type KeyringBody, keyringSchema, laterKeyringSchema, type UserSlot } from './keyringFormat.ts';
import { subkey, wipe } from './keys.ts';
import { readJson, type StoreFiles, writeDurably } from './storeFolder.ts';

const checksumOf = (body: KeyringBody) => createHash('sha256').update(canonical(body)).digest('hex');

function bodyOf(keyring: Keyring): KeyringBody {
  const { checksum: _checksum, mac: _mac, ...body } = keyring;
  return body;
}

function macOf(body: KeyringBody, masterKey: Buffer): string {
  const key = subkey(masterKey, 'keyring');
  try {
    return createHmac('sha256', key).update(canonical(body)).digest('hex');
  } finally {
    wipe(key);
  }
}

/** The keyring with its checksum and MAC, as it is written. */
export function sealKeyring(body: KeyringBody, masterKey: Buffer): string {
  const keyring: Keyring = { ...body, checksum: checksumOf(body), mac: macOf(body, masterKey) };
  return `${JSON.stringify(keyring, null, 2)}\n`;
}

/** Throws `keyringDamaged` when the keyring isn't exactly what was written with this master key. */
export function checkKeyring(keyring: Keyring, masterKey: Buffer): void {
  const expected = Buffer.from(macOf(bodyOf(keyring), masterKey), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(keyring.mac, 'hex'))) throw storeFault('keyringDamaged');
}

/** Reads `keyring.json`; throws `keyringMissing`, `newerVersion` or `keyringDamaged`. */
export function readKeyring(files: StoreFiles): Keyring {
  if (!existsSync(files.keyring)) throw storeFault('keyringMissing');
  let raw: unknown;
  try {
    raw = readJson(files.keyring);
  } catch (error) {
    if (error instanceof SyntaxError) throw storeFault('keyringDamaged');
    throw error;
  }
  if (laterKeyringSchema.safeParse(raw).success) throw storeFault('newerVersion');
  const parsed = keyringSchema.safeParse(raw);
  if (!parsed.success || checksumOf(bodyOf(parsed.data)) !== parsed.data.checksum) throw storeFault('keyringDamaged');
  return parsed.data;
}

/** Gives a user a new password: a new slot in a keyring that replaces the old one whole. */
export async function replacePassword(
  files: StoreFiles,
  keyring: Keyring,
  user: UserSlot,
  password: string,
  masterKey: Buffer,
): Promise<void> {
  const fresh = await sealUserSlot(keyring.store, user, password, masterKey);
  const slots = keyring.slots.map((slot) => (slot.id === user.id ? fresh : slot));
  withFaults(() => writeDurably(files.keyring, sealKeyring({ ...bodyOf(keyring), slots }, masterKey)));
}

/** Who has a slot, as the sign-in lists them. */
export function keyringUsers(keyring: Keyring): { id: string; name: string }[] {
  return keyring.slots.flatMap((slot) => (slot.kind === 'user' ? [{ id: slot.id, name: slot.name }] : []));
}
