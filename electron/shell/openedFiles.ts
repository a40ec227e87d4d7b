import { readFileSync, statSync } from 'node:fs';
import { basename, extname, isAbsolute } from 'node:path';
import { LARGEST_VISIT_FILE, type OpenedFile, VISIT_FILE } from '#core/contract/shellBridge.ts';

/** The visit file among the words a start was given; undefined where there is none. */
export function fileAmong(argv: readonly string[]): string | undefined {
  return argv.slice(1).findLast((word) => isAbsolute(word) && extname(word).toLowerCase() === VISIT_FILE);
}

/** Reads a file that the system asked to open; the window checks and shows it, also that it can't be read. */
export function readOpened(path: string): OpenedFile {
  const name = basename(path).slice(0, 200);
  try {
    const mayBe = extname(path).toLowerCase() === VISIT_FILE && statSync(path).size <= LARGEST_VISIT_FILE;
    return { name, text: mayBe ? readFileSync(path, 'utf8') : '' };
  } catch {
    return { name, text: '' };
  }
}
