/** An answer to store; null takes it back. */
export interface AnswerChange {
  key: string;
  value: unknown;
}

/** What came of one save: all of it or nothing. `conflict`: somebody saved that answer in between. `failed`: try again. */
export type SaveResult =
  | { kind: 'saved'; rev: number; savedAt: string }
  | { kind: 'conflict'; rev: number; key: string; theirs: unknown }
  | { kind: 'failed'; message: string };

export interface KeeperOptions {
  rows: readonly { key: string; value: unknown }[];
  rev: number;
  savedAt: string;
  opened: readonly string[];
  /** Stores answers together, all or none. */
  save: (input: { changes: AnswerChange[]; rev: number }) => Promise<SaveResult>;
  /** Why a value can't be stored as an answer; undefined when it can. */
  problem: (key: string, value: unknown) => string | undefined;
  /** Calls back when a fresh copy of the consultation is needed, because somebody else saved. */
  reload: () => void;
}

export type SaveState = { kind: 'saved'; at: string } | { kind: 'saving' } | { kind: 'notSaved'; message: string };

export interface KeeperState {
  /** Every answer as the screen shows it, stored or about to be. */
  values: ReadonlyMap<string, unknown>;
  /** What was typed and can't be stored yet, with the reason. The stored answer stays as it was. */
  drafts: ReadonlyMap<string, { value: unknown; message: string }>;
  /** Answers that somebody else changed too: both values. */
  conflicts: ReadonlyMap<string, { mine: unknown; theirs: unknown }>;
  /** Answers that another screen has changed since they stood here: what stood here, and what stands now. */
  elsewhere: ReadonlyMap<string, { was: unknown; now: unknown }>;
  /** Sections that were opened in this visit. */
  opened: ReadonlySet<string>;
  save: SaveState;
  canUndo: boolean;
  canRedo: boolean;
}
