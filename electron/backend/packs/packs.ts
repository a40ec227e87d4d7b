import type { Pack, PackRef } from '#core/domain/pack.ts';

/** A fault in a pack's files, as an author reads it. `line` counts from 1; null when it is about a whole file. */
export interface PackFault {
  file: string;
  line: number | null;
  message: string;
}

/**
 * A pack as it was found on disk: sound, or refused with its faults. `translation`: what is to be mended in its languages
 * besides the source; it refuses papers in that language, never the pack.
 */
export type LoadedPack =
  | { folder: string; pack: Pack; ref: PackRef; faults: []; translation: PackFault[] }
  | { folder: string; pack: null; ref: null; faults: PackFault[]; translation: PackFault[] };
