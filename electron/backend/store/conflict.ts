/** A save that saw an old revision. */
export interface Conflict {
  conflict: true;
  rev: number;
  /** Which answer it was, where several were saved together. */
  key?: string;
  theirs: unknown;
}
