import { access, constants, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { fault } from './faults.ts';

/** Whether a folder is there and can be written now: the stick is plugged in. */
export async function isThere(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return false;
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}

const refusal = (message: string) => fault('BAD_INPUT', message, { issues: [{ path: 'path', message }] });

/** Throws BAD_INPUT at `path` unless a folder can be the second place of records in `dataFolder`. */
export async function checkSecondPlace(path: string, dataFolder: string): Promise<void> {
  if (!isAbsolute(path)) throw refusal('Give the whole path of the folder, from the drive on.');
  const found = await stat(path).catch(() => null);
  if (!found) throw refusal('This folder isn’t there. Plug in the stick, or check the path.');
  if (!found.isDirectory()) throw refusal('This is a file. Choose a folder.');
  const [place, records] = await Promise.all([realpath(path), realpath(dataFolder)]);
  if (isInside(place, records)) throw refusal('This folder lies inside the clinic’s own. Choose one on another disk.');
  if (!(await isThere(path))) throw refusal('This folder can’t be written. Choose another one, or unlock the stick.');
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
