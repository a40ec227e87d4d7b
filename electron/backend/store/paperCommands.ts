import type { SentCopy } from '#core/contract/papers.ts';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { PaperLanguage } from '#core/domain/text.ts';
import type { Mark, Visit } from '#core/domain/visit.ts';

/** A paper as it is stored: what it was made from, its bytes and their hash. */
export interface FrozenPaper {
  consultationId: string;
  /** The revision of the answers that it was made from. */
  rev: number;
  visit: Visit;
  model: HandoutModel;
  language: PaperLanguage;
  pdf: Uint8Array;
  sha256: string;
  pages: number;
  madeBy: string;
  /** The page that the clinic keeps of it. */
  clinicCopy: { pdf: Uint8Array; sha256: string; pages: number };
}

/** What a version was made from. */
export interface PaperSource {
  version: HandoutVersion;
  visit: Visit;
  model: HandoutModel;
}

/** Pages of a version with a mark on them, as they are stored. */
export interface MarkedPages {
  id: string;
  version: HandoutVersion;
  mark: Mark;
  pages: number;
  pdf: Uint8Array;
}

/** A file in the program's folder for copies to send, and whether it should still lie there. */
export interface LyingCopy {
  id: string;
  fileName: string;
  until: string;
}

/** What is done with a paper after it was made final. Each writes its audit row unless it says otherwise. */
export interface PaperCommands {
  /**
   * What a version was made from; null when there is no such version. The hash of its bytes is checked, and that of its
   * source where one was stored. No audit row: nothing of it leaves the program by itself.
   */
  'papers.source': (input: { id: string }) => PaperSource | null;
  /** The same content in another language, as the next version. Refused when it has that language, or was replaced. */
  'papers.addLanguage': (input: Omit<FrozenPaper, 'rev'> & { ofId: string }) => HandoutVersion;
  /** Marked pages by their id; the hashes of these and of the final's own bytes are checked. A copy of what was replaced since is refused. No audit row. */
  'papers.marked': (input: { id: string }) => MarkedPages | null;
  /** The same by what they are of and the mark; null when they were not made yet. */
  'papers.findMarked': (input: { versionId: string; mark: Mark }) => MarkedPages | null;
  /** Stores marked pages; those that are there already stay, and are given. */
  'papers.addMarked': (input: { versionId: string; mark: Mark; pdf: Uint8Array; sha256: string; pages: number }) => MarkedPages;
  /** Notes a copy to send, with the bytes to write. `phone` has to be her number; a replaced version is refused. */
  'papers.send': (input: {
    id: string;
    phone: string;
    until: string | null;
  }) => { copy: SentCopy; version: HandoutVersion; pdf: Uint8Array } | null;
  /** Copies of a version that were saved to be sent, the newest first. No audit row. */
  'papers.sent': (input: { id: string }) => SentCopy[];
  /** Every file that should lie in the program's folder. No audit row. */
  'papers.lying': (input: null) => LyingCopy[];
  /** A file in the program's folder is gone. */
  'papers.gone': (input: { id: string }) => null;
}
