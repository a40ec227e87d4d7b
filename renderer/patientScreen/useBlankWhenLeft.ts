import { useQueryClient } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useApi } from '../client/api.ts';

/** The visit that the screen here is of. */
function shownVisit(params: object | undefined): string | undefined {
  return params && 'consultationId' in params && typeof params.consultationId === 'string' ? params.consultationId : undefined;
}

/**
 * Blanks the patient's screen as soon as the visit that it belongs to is left here: for the list, for another patient, or
 * its final page. Used once, in the root.
 */
export function useBlankWhenLeft(): void {
  const { client, orpc } = useApi();
  const queries = useQueryClient();
  const consultationId = useMatches({ select: (matches) => shownVisit(matches.at(-1)?.params) });
  const last = useRef(consultationId);
  useEffect(() => {
    const before = last.current;
    last.current = consultationId;
    if (before === undefined || before === consultationId) return;
    const blank = async () => {
      // Asked anew: what the window had read of this visit is forgotten as it is left.
      const { open, language } = await client.display.state();
      if (!open) return;
      queries.setQueryData(orpc.display.state.queryKey(), await client.display.show({ mode: 'blank', language, part: null }));
    };
    // Without a sign-in it is blank already.
    void blank().catch(() => undefined);
  }, [consultationId, client, orpc, queries]);
}
