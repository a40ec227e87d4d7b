import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in Electron's binary; version 1, nine fuses, all "on" so that the builder has work to do. */
const FUSE_WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('1'.repeat(9))]);

/**
 * Makes a stand-in for Electron's distribution in `folder`: the right file names, and an executable that carries a fuse
 * wire. It starts nothing; the builder packs it as it would pack the real one.
 */
export function makeFakeElectronDist(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'version'), version);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) writeFileSync(join(folder, file), 'stand-in');
  for (const locale of ['en-US', 'en-GB', 'hi', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), 'stand-in');
  writeFileSync(join(folder, 'electron'), Buffer.concat([readFileSync('/bin/true'), FUSE_WIRE]));
  chmodSync(join(folder, 'electron'), 0o755);
}
