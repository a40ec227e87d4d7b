import { createContext, useContext } from 'react';

/** What a covered window shows first: the way back of whoever covered it, or the people to sign in. */
export type CoverView = 'back' | 'people';

/** How far covering is. `failed`: nothing is shown any more, but the program could not be told. */
export type CoverPhase = { kind: 'off' } | { kind: 'covering'; view: CoverView } | { kind: 'failed'; view: CoverView; error: unknown };

export interface Cover {
  phase: CoverPhase;
  view: CoverView;
  /** Covers the window at once, then stores what was typed and tells the program. */
  cover: (view?: CoverView) => void;
  /** The person signs out by choice: the sign-in screen comes, not the cover. */
  leave: () => void;
  left: boolean;
}

export const CoverContext = createContext<Cover | null>(null);

/** Covering this window. */
export function useCover(): Cover {
  const cover = useContext(CoverContext);
  if (!cover) throw new Error('useCover is called outside of the window.');
  return cover;
}
