import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useApi } from '../client/api.ts';

/**
 * Blanks the patient's screen as soon as the visit that it belongs to is left here: for the list, for another patient, or
 * its final page. Used once, in the root.
 */
export function useBlankWhenLeft(): void {
  const { client, orpc } = useApi();
  const queries = useQueryClient();
  const { consultationId } = useParams({ strict: false });
  const last = useRef(consultationId);
  useEffect(() => {
    const before = last.current;
    last.current = consultationId;
    if (before === undefined || before === consultationId) return;
    const state = queries.getQueryData(orpc.display.state.queryKey());
    if (!state?.open) return;
    const blank = async () => {
      const next = await client.display.show({ mode: 'blank', language: state.language, part: null });
      queries.setQueryData(orpc.display.state.queryKey(), next);
    };
    // Without a sign-in it is blank already.
    void blank().catch(() => undefined);
  }, [consultationId, client, orpc, queries]);
}
