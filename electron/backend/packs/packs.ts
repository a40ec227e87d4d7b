import type { Pack, PackRef } from '#core/domain/pack.ts';

/** A fault in a pack's files, as an author reads it. `line` counts from 1; null when it is about a whole file. */
export interface PackFault {
  file: string;
  line: number | null;
  message: string;
}

/** A pack as it was found on disk: sound, or refused with its faults. */
export type LoadedPack =
  | { folder: string; pack: Pack; ref: PackRef; faults: [] }
  | { folder: string; pack: null; ref: null; faults: PackFault[] };
