import * as z from 'zod';
import { backupSchema } from '#core/contract/backups.ts';
import { instantSchema } from '#core/domain/text.ts';

/** Files of a backup beside its `backup.json`, in the order in which a restore puts them in their place. */
export const BACKED_UP = ['clinic.db', 'head.json', 'keyring.json'] as const;
export type BackedUp = (typeof BACKED_UP)[number];

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({ bytes: z.int().positive(), sha256: hex32 });

const bodySchema = z.strictObject({
  format: z.literal('consultleaf-backup'),
  version: z.literal(1),
  store: z.uuid(),
  madeAt: instantSchema,
  why: backupSchema.shape.why,
  schema: z.int().positive().describe('Number of the newest migration in it'),
  files: z.strictObject({ 'clinic.db': fileSchema, 'head.json': fileSchema, 'keyring.json': fileSchema }),
  counts: z.record(z.string(), z.int().nonnegative()).describe('Rows by table'),
  audit: z.strictObject({ seq: z.int().positive(), mac: hex32 }).describe('The last row of the log'),
  verifiedAt: instantSchema.nullable().describe('When it was last opened and found whole; null: found damaged since'),
});
export const manifestSchema = bodySchema.extend({ mac: hex32.describe('HMAC-SHA256 of the rest with the backup key') });
/** A `backup.json` of a later format. */
export const laterManifestSchema = z.object({ format: z.literal('consultleaf-backup'), version: z.int().min(2) });

/** What a backup says of itself; nothing of a patient. */
export type BackupBody = z.infer<typeof bodySchema>;
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Bytes of all files that `backup.json` names. */
export const bytesOf = ({ files }: BackupManifest) => Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
