import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Status } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { letGoOfStored, storeAnswersOf } from '../../consult/answers/heldAnswers.ts';
import { forgetPrinted } from '../../consult/paper/files.ts';
import { fieldKeyOf, wantField } from '../../consult/place/focus.ts';
import { closePalette } from '../../palette/paletteState.ts';
import { announce } from '../../ui/announce.ts';
import type { Cover, CoverPhase, CoverView } from './CoverContext.ts';

/** Kept in this tab as long as the program wasn't told of a cover: a reload must not show the screen again. */
const MARK = 'consultleaf.covering';
/** What was typed is stored within this time, in milliseconds, or waits in the window: the program is told in any case. */
const STORE_MOST_MS = 4_000;

/** The section and field where the cursor is, in a visit. */
function placeOfCursor(): { section: string; key: string } | null {
  const section = /^#\/consult\/[^/]+\/([^/?]+)/.exec(location.hash)?.[1];
  const key = fieldKeyOf(document.activeElement);
  return section && key ? { section: decodeURIComponent(section), key } : null;
}

/** Covers the window. Used once, in the root. */
export function useCovering(status: Status | undefined): Cover {
  const { client, orpc } = useApi();
  const queries = useQueryClient();
  const [phase, setPhase] = useState<CoverPhase>(() =>
    sessionStorage.getItem(MARK) ? { kind: 'covering', view: 'back' } : { kind: 'off' },
  );
  const [view, setView] = useState<CoverView>('back');
  const [left, setLeft] = useState(false);
  const [lastState, setLastState] = useState(status?.state);
  const busy = useRef(false);
  if (status?.state !== lastState) {
    setLastState(status?.state);
    if (status?.state === 'open') setLeft(false);
  }
  // Closed in another way, by a sign-out or by the program itself: there is nothing left to be told.
  if (phase.kind === 'failed' && status && status.state !== 'open') setPhase({ kind: 'off' });
  useEffect(() => {
    if (phase.kind === 'off') sessionStorage.removeItem(MARK);
  }, [phase.kind]);

  async function tell(next: CoverView) {
    if (busy.current) return;
    busy.current = true;
    try {
      queries.setQueryData(orpc.app.status.queryKey(), await client.app.cover());
      setPhase({ kind: 'off' });
    } catch (error) {
      setPhase({ kind: 'failed', view: next, error });
    }
    busy.current = false;
  }

  async function cover(next: CoverView) {
    const user = status?.user;
    if (phase.kind === 'covering' || !user) return;
    if (phase.kind === 'off') {
      wantField(placeOfCursor());
      sessionStorage.setItem(MARK, '1');
    }
    flushSync(() => {
      setView(next);
      setLeft(false);
      setPhase({ kind: 'covering', view: next });
    });
    forgetPrinted();
    closePalette();
    announce('');
    await Promise.race([storeAnswersOf(user), new Promise((resolve) => setTimeout(resolve, STORE_MOST_MS))]);
    letGoOfStored();
    await tell(next);
  }

  const tellAfterReload = useEffectEvent(() => {
    if (phase.kind === 'covering') void tell(view);
  });
  useEffect(() => tellAfterReload(), []);

  return { phase, view, cover: (next = 'back') => void cover(next), leave: () => setLeft(true), left };
}
