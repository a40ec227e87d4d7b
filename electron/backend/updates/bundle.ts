import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type UpdateFile, type UpdateManifest, updateManifestSchema } from '#core/domain/update.ts';

export const MANIFEST = 'update.json';
export const SIGNATURE = 'update.sig';
const LARGEST_MANIFEST = 200_000;
/** Stands before what is signed, so that nothing else that the key signs can pass for an update. */
const PURPOSE = Buffer.from('consultleaf-update\n');

/** What is wrong with an update that lies on a stick. */
export type UpdateFaultKind = 'incomplete' | 'notSigned' | 'unreadable' | 'damaged';

/** `message` says what to do; it holds no path. */
export class UpdateFault extends Error {
  readonly fault: UpdateFaultKind;
  constructor(fault: UpdateFaultKind, message: string) {
    super(message);
    this.name = 'UpdateFault';
    this.fault = fault;
  }
}

const WORDS: Record<UpdateFaultKind, string> = {
  incomplete: 'A part of this update is missing. Copy the whole folder onto the stick again.',
  notSigned: 'This update does not come from the makers of Consultleaf, or it was changed on the way. Don’t use it.',
  unreadable: 'This update was made in a way that this program does not know. Install the program anew from its makers’ package.',
  damaged: 'A file of this update is damaged. Copy the whole folder onto the stick again.',
};
export const updateFault = (fault: UpdateFaultKind) => new UpdateFault(fault, WORDS[fault]);

/** The signature of a manifest's bytes, with the publisher's private key. */
export function signManifest(bytes: Uint8Array, privateKey: KeyObject): string {
  return `${sign(null, Buffer.concat([PURPOSE, bytes]), privateKey).toString('base64')}\n`;
}

function isSigned(bytes: Uint8Array, signature: string, keys: readonly KeyObject[]): boolean {
  const signed = Buffer.concat([PURPOSE, bytes]);
  const given = Buffer.from(signature.trim(), 'base64');
  return given.length === 64 && keys.some((key) => verify(null, signed, key, given));
}

/** Reads one small file of an update; null when it isn't there. */
async function small(file: string): Promise<Buffer | null> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size > LARGEST_MANIFEST) return null;
  return readFile(file);
}

/**
 * What an update says of itself, after its signature was checked: nothing of it is read before. Throws `UpdateFault`.
 * @param folder holds `update.json`, `update.sig` and the packages
 */
export async function readUpdate(folder: string, keys: readonly KeyObject[]): Promise<UpdateManifest> {
  const [bytes, signature] = await Promise.all([small(join(folder, MANIFEST)), small(join(folder, SIGNATURE))]);
  if (!bytes || !signature) throw updateFault('incomplete');
  if (!isSigned(bytes, signature.toString('latin1'), keys)) throw updateFault('notSigned');
  const manifest = updateManifestSchema.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!manifest.success) throw updateFault('unreadable');
  return manifest.data;
}

/** Folders with an update: the place itself, and the folders in it. */
export async function updatesIn(place: string): Promise<string[]> {
  const names = await readdir(place).catch(() => []);
  const candidates = [place, ...names.map((name) => join(place, name))];
  const there = await Promise.all(
    candidates.map(async (folder) => (await stat(join(folder, MANIFEST)).catch(() => null))?.isFile() ?? false),
  );
  return candidates.filter((_, index) => there[index]);
}

/** SHA-256 of a file in hex, read piece by piece; `tell` hears the bytes read so far. */
export async function hashFile(file: string, tell: (bytes: number) => void = () => undefined): Promise<string> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
    read += (piece as Buffer).length;
    tell(read);
  }
  return hash.digest('hex');
}

/** Throws `incomplete` or `damaged` unless the file is the one that was signed. */
export async function checkFile(path: string, { bytes, sha256 }: UpdateFile, tell?: (bytes: number) => void): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw updateFault('incomplete');
  if (found.size !== bytes || (await hashFile(path, tell)) !== sha256) throw updateFault('damaged');
}
