import { readdir, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A disk that could be the second place. */
export interface Drive {
  path: string;
  label: string;
  freeBytes: number;
}

/** Where a system mounts what is plugged in: folders of drives, and how deep in them drives lie. */
const MOUNTED: Partial<Record<NodeJS.Platform, { folder: string; deep: number }[]>> = {
  linux: [
    { folder: '/media', deep: 2 },
    { folder: '/run/media', deep: 2 },
    { folder: '/mnt', deep: 1 },
  ],
  darwin: [{ folder: '/Volumes', deep: 1 }],
};

const LETTERS = 'DEFGHIJKLMNOPQRSTUVWXYZ';

/** Drives that are plugged in, with the room that is left on them. One that can't be read is left out. */
export async function findDrives(platform: NodeJS.Platform = process.platform, mounted = MOUNTED[platform] ?? []): Promise<Drive[]> {
  const paths =
    platform === 'win32'
      ? [...LETTERS].map((letter) => `${letter}:\\`)
      : (await Promise.all(mounted.map(({ folder, deep }) => mountsIn(folder, deep)))).flat();
  const drives = await Promise.all(paths.map(describe));
  return drives.filter((drive) => drive !== null);
}

/** Folders that are another disk than the folder above them. */
async function mountsIn(folder: string, deep: number): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      if (await isMount(path)) return [path];
      return deep > 1 ? mountsIn(path, deep - 1) : [];
    }),
  );
  return found.flat().sort();
}

async function isMount(path: string): Promise<boolean> {
  const [own, above] = await Promise.all([path, dirname(path)].map((each) => stat(each).catch(() => null)));
  return own?.isDirectory() === true && above !== null && above !== undefined && own.dev !== above.dev;
}

async function describe(path: string): Promise<Drive | null> {
  const room = await statfs(path).catch(() => null);
  return room && { path, label: basename(path) || path.slice(0, 2), freeBytes: room.bavail * room.bsize };
}
