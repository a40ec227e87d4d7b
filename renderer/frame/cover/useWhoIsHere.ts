import { useState } from 'react';
import type { Status } from '#core/contract/shapes.ts';

export interface WhoIsHere {
  /** Whoever is signed in here, or was last: the window is kept for this person while it is covered. */
  person: { id: string; name: string } | null;
  /** Somebody else was here before: this person starts on the first screen, and "back" never leads to the other's. */
  mayNotStay: boolean;
}

interface Known {
  person: { id: string; name: string } | null;
  /** The place in the window's history at which this person began. */
  from: number;
  /** On the way to the first screen. */
  moving: boolean;
}

/** Knows to whom the present place belongs. `index` is the place in the window's history. */
export function useWhoIsHere(status: Status, here: string, index: number): WhoIsHere {
  const [known, setKnown] = useState<Known>({ person: null, from: 0, moving: false });
  const present = status.user ?? status.covered?.user ?? null;
  if (present && present.id !== known.person?.id) {
    const moving = known.person !== null && here !== '/';
    setKnown({ person: { id: present.id, name: present.name }, from: known.person ? index : 0, moving });
  } else if (known.moving && here === '/') {
    setKnown({ ...known, from: index, moving: false });
  }
  return { person: known.person, mayNotStay: status.state === 'open' && (known.moving || index < known.from) };
}
