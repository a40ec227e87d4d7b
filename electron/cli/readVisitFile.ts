import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { LoadedPack } from '#backend/packs/packs.ts';
import { type ReadVisit, readVisit } from '#backend/packs/visitFile.ts';
import { fileTrouble, type Io } from './io.ts';

/** Reads a visit from a file, or from standard input for "-"; `option` is named where the file itself is at fault. */
export async function readVisitFile(path: string, packs: readonly LoadedPack[], io: Io, option = '--in'): Promise<ReadVisit> {
  let source: string;
  try {
    source = path === '-' ? await text(io.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    return { ok: false, problems: [{ path: option, message: `The visit can’t be read: ${fileTrouble(error)}.` }] };
  }
  return readVisit(source, packs, option);
}
