import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { canonical } from './canonical.ts';
import { storeFault, withFaults } from './faults.ts';
import { type Keyring, type KeyringBody, keyringSchema, laterKeyringSchema, type Slot, type UserSlot } from './keyringFormat.ts';
import { subkey, wipe } from './keys.ts';
import { readJson, type StoreFiles, writeDurably } from './storeFolder.ts';

const checksumOf = (body: KeyringBody) => createHash('sha256').update(canonical(body)).digest('hex');

function bodyOf(keyring: Keyring): KeyringBody {
  const { checksum: _checksum, mac: _mac, ...body } = keyring;
  return body;
}

const macOf = (body: KeyringBody, key: Buffer) => createHmac('sha256', key).update(canonical(body)).digest('hex');

function withKey<T>(masterKey: Buffer, work: (key: Buffer) => T): T {
  const key = subkey(masterKey, 'keyring');
  try {
    return work(key);
  } finally {
    wipe(key);
  }
}

const written = (keyring: Keyring) => `${JSON.stringify(keyring, null, 2)}\n`;
const textOf = (body: KeyringBody, key: Buffer) => written({ ...body, checksum: checksumOf(body), mac: macOf(body, key) });

/** The keyring with its checksum and MAC, as it is written. */
export function sealKeyring(body: KeyringBody, masterKey: Buffer): string {
  return withKey(masterKey, (key) => textOf(body, key));
}

/** Throws `keyringDamaged` when the keyring isn't exactly what was written with this master key. */
export function checkKeyring(keyring: Keyring, masterKey: Buffer): void {
  withKey(masterKey, (key) => checkMac(keyring, key));
}

/** The same with the subkey for keyrings. */
export function checkMac(keyring: Keyring, key: Buffer): void {
  const expected = Buffer.from(macOf(bodyOf(keyring), key), 'hex');
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

/** Replaces the keyring whole by one with these slots; `key` is the subkey for keyrings. */
export function writeSlots(files: StoreFiles, keyring: Keyring, slots: Slot[], key: Buffer): void {
  withFaults(() => writeDurably(files.keyring, textOf({ ...bodyOf(keyring), slots }, key)));
}

/** Puts a keyring back as it was read. */
export function putBack(files: StoreFiles, keyring: Keyring): void {
  withFaults(() => writeDurably(files.keyring, written(keyring)));
}

/** Who has a slot, as the sign-in lists them. */
export function keyringUsers(keyring: Keyring): { id: string; name: string }[] {
  return keyring.slots.flatMap((slot) => (slot.kind === 'user' ? [{ id: slot.id, name: slot.name }] : []));
}

/** The slot that opens with a person's password; undefined when she has none. */
export function slotOf(keyring: Keyring, userId: string): UserSlot | undefined {
  return keyring.slots.find((slot): slot is UserSlot => slot.kind === 'user' && slot.id === userId);
}

/** The slots with this one in the place of the person's old one, or added. */
export function withSlot(keyring: Keyring, fresh: UserSlot): Slot[] {
  return [...keyring.slots.filter(({ id }) => id !== fresh.id), fresh];
}
