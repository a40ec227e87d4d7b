import { closeSync, openSync, readSync } from 'node:fs';

interface Entry {
  files?: Record<string, Entry>;
  unpacked?: boolean;
}

/** Paths of the files in an asar archive. Its header is JSON behind four 32-bit sizes, the last being the JSON's own. */
export function listAsar(file: string): string[] {
  const handle = openSync(file, 'r');
  const sizes = Buffer.alloc(16);
  readSync(handle, sizes, 0, 16, 0);
  const json = Buffer.alloc(sizes.readUInt32LE(12));
  readSync(handle, json, 0, json.length, 16);
  closeSync(handle);
  const below = (entry: Entry, path: string): string[] =>
    entry.files ? Object.entries(entry.files).flatMap(([name, child]) => below(child, path === '' ? name : `${path}/${name}`)) : [path];
  return below(JSON.parse(json.toString('utf8')) as Entry, '');
}
