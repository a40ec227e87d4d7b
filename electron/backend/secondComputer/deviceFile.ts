import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { deviceNameSchema, portSchema } from '#core/contract/secondComputer.ts';
import { writeDurably } from '../store/storeFolder.ts';

/**
 * What the listener needs before anybody has opened the records. Only its owner can read the file. The records are the truth:
 * as soon as they are open, what stands here and not there counts for nothing.
 */
const fileSchema = z.strictObject({
  format: z.literal('consultleaf-second-computer'),
  on: z.boolean(),
  address: z.string(),
  port: portSchema,
  /** The listener's own certificate with its key, PEM. */
  server: z.strictObject({ certificate: z.string(), key: z.string() }),
  /** The authority's certificate, PEM; its key is in the records. */
  authority: z.string(),
  devices: z.array(z.strictObject({ id: z.uuid(), name: deviceNameSchema, tokenHash: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type DeviceFile = Omit<z.infer<typeof fileSchema>, 'format'>;
export type KnownDevice = DeviceFile['devices'][number];

/** What was kept; null where there is nothing that can be used. */
export function readDeviceFile(file: string): DeviceFile | null {
  if (!existsSync(file)) return null;
  try {
    const { format: _, ...kept } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const certificate of [kept.server.certificate, kept.authority]) new X509Certificate(certificate);
    return kept;
  } catch {
    return null;
  }
}

/** Keeps it over a power cut, readable by its owner only. */
export function writeDeviceFile(file: string, kept: DeviceFile): void {
  writeDurably(file, JSON.stringify(fileSchema.parse({ format: 'consultleaf-second-computer', ...kept })));
}
