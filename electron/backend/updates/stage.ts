import { cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareReleases, releaseSchema, type UpdateFile, type UpdateManifest } from '#core/domain/update.ts';
import { syncFolder } from '../store/storeFolder.ts';
import { checkFile, MANIFEST, SIGNATURE } from './bundle.ts';

/** Where packages lie that were taken from a stick: `<data>/updates/<release>`. */
export const updatesFolder = (dataDir: string) => join(dataDir, 'updates');

/** How many releases are kept beside the newest: the way back. */
const KEPT_BEFORE = 1;

/**
 * Copies an update into the program's own folder and checks the copy, so that the stick can be taken out and what is
 * started is what was checked. Throws `UpdateFault`, and what the disk says. Gives the path of the package.
 * @param tell hears how much is done, from 0 to 1
 */
export async function stageUpdate(
  dataDir: string,
  { folder, manifest, file }: { folder: string; manifest: UpdateManifest; file: UpdateFile },
  tell: (done: number) => void,
): Promise<string> {
  const target = join(updatesFolder(dataDir), manifest.release);
  const partial = `${target}.partial`;
  const halves = (from: number) => (bytes: number) => tell(from + bytes / file.bytes / 2);
  await rm(partial, { recursive: true, force: true });
  try {
    await checkFile(join(folder, file.name), file, halves(0));
    await mkdir(partial, { recursive: true, mode: 0o700 });
    for (const name of [MANIFEST, SIGNATURE, file.name]) {
      await cp(join(folder, name), join(partial, name));
      await syncTo(join(partial, name));
    }
    await checkFile(join(partial, file.name), file, halves(0.5));
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
    syncFolder(updatesFolder(dataDir));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return join(target, file.name);
}

async function syncTo(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Releases whose packages are kept, the newest first. */
export async function keptReleases(dataDir: string): Promise<string[]> {
  const names = await readdir(updatesFolder(dataDir)).catch(() => []);
  return names.filter((name) => releaseSchema.safeParse(name).success).sort((a, b) => compareReleases(b, a));
}

/** Takes away packages of releases that are older than the way back, and what an interrupted copy left. */
export async function thinUpdates(dataDir: string): Promise<void> {
  const folder = updatesFolder(dataDir);
  const kept = (await keptReleases(dataDir)).slice(0, 1 + KEPT_BEFORE);
  for (const name of await readdir(folder).catch(() => []))
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
}
