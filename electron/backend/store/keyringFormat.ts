import * as z from 'zod';
import { roleSchema } from '#core/contract/shapes.ts';

/** Weakest and strongest Argon2id parameters that are read: below is too easy to guess, above would stall the machine. */
export const MIN_MEMORY_KIB = 19 * 1024;
export const MIN_PASSES = 2;

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `Must hold ${bytes} bytes.`);

const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z
    .int()
    .min(MIN_MEMORY_KIB)
    .max(1024 * 1024),
  passes: z.int().min(MIN_PASSES).max(16),
  lanes: z.int().min(1).max(4),
  salt: base64(16),
});

/** The master key under AES-256-GCM with the key that Argon2id gives; every other field of the slot is authenticated. */
const sealed = { kdf: kdfSchema, nonce: base64(12), wrappedKey: base64(32), tag: base64(16) };

const userSlotSchema = z.strictObject({
  kind: z.literal('user'),
  id: z.uuid(),
  name: z.string().min(1).max(50),
  roles: z.array(roleSchema).min(1),
  ...sealed,
});
const recoverySlotSchema = z.strictObject({ kind: z.literal('recovery'), id: z.uuid(), ...sealed });
const slotSchema = z.discriminatedUnion('kind', [userSlotSchema, recoverySlotSchema]);

export type UserSlot = z.infer<typeof userSlotSchema>;
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;
export type Slot = z.infer<typeof slotSchema>;

const bodySchema = z.strictObject({
  format: z.literal('consultleaf-keyring'),
  version: z.literal(1),
  store: z.uuid().describe('Id of the store; the database and the head file carry the same'),
  createdAt: z.iso.datetime(),
  slots: z.array(slotSchema).min(2),
});
const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
export const keyringSchema = bodySchema.extend({
  checksum: hex32.describe('SHA-256 of the body: tells damage from a wrong password before any key is known'),
  mac: hex32.describe('HMAC-SHA256 of the body with the keyring key: tells a change from outside'),
});

export type KeyringBody = z.infer<typeof bodySchema>;
export type Keyring = z.infer<typeof keyringSchema>;

/** A keyring of a later format: left alone, whatever else it holds. */
export const laterKeyringSchema = z.object({ format: z.literal('consultleaf-keyring'), version: z.int().min(2) });
