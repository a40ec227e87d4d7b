import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useApi } from '../client/api.ts';

/** Who was open last in a window; null while no patient is. */
const openIn = new WeakMap<QueryClient, string | null>();

/**
 * Says which patient the screen shows, null for none. When that changes, everything that was read or sent for the one before
 * is forgotten: her consultations, her papers, her details and what was searched for. What a screen shows now is kept.
 */
export function useOnlyPatient(patientId: string | null): void {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const change = useEffectEvent((to: string | null) => {
    const from = openIn.get(queries);
    openIn.set(queries, to);
    if (from === undefined || from === null || from === to) return;
    const kept = [orpc.app.key(), orpc.clinic.key(), orpc.packs.key(), orpc.patients.recent.key()].map(([path]) => path.join());
    queries.removeQueries({
      type: 'inactive',
      predicate: ({ queryKey: [path] }) => !(Array.isArray(path) && kept.some((begin) => path.join().startsWith(begin))),
    });
    const sent = queries.getMutationCache();
    for (const mutation of sent.getAll()) if (mutation.state.status !== 'pending') sent.remove(mutation);
  });
  useEffect(() => change(patientId), [patientId]);
}
