import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Call, CallOutcome } from '#core/contract/calls.ts';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';

/** The calls of the day, those that are done, and how many are to be made. */
export function useCallList() {
  const { orpc } = useApi();
  const calls = useQuery(orpc.calls.list.queryOptions());
  const open = calls.data?.filter(({ state }) => state !== 'called') ?? [];
  const done = calls.data?.filter(({ state }) => state === 'called') ?? [];
  return { open, done, loaded: calls.data !== undefined, pending: calls.isPending, error: calls.error, retry: () => void calls.refetch() };
}

/** A call that is chosen by itself takes nothing before it has been in sight for so long: longer than any double press. */
const SEEN_AFTER_MS = 800;

/**
 * The call that is worked on, and what is recorded of it. Who records one stands on the next, which takes nothing before it
 * could be seen, or before a person chose it; when somebody else records it, none is chosen: a key must never meet another
 * woman's call than the one that is looked at.
 */
export function useWorkOn(open: readonly Call[]) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [unseenId, setUnseen] = useState<string | null>(null);
  const [begun, setBegun] = useState(false);
  if (!begun && open[0]) {
    setBegun(true);
    setChosen(open[0].id);
  }
  const chosen = open.find(({ id }) => id === chosenId);
  const record = useMutation(orpc.calls.record.mutationOptions());
  const say = (call: Call, outcome: CallOutcome) => {
    if (record.isPending || call.id === unseenId) return;
    const at = open.indexOf(call);
    const next = at < 0 ? chosenId : ((open[at + 1] ?? open[at - 1])?.id ?? null);
    record.mutate(
      { id: call.id, outcome },
      {
        onSuccess: async () => {
          announce(t(`calls.recorded.${outcome}`, { name: call.patient.name }));
          setChosen(next);
          setUnseen(at < 0 ? null : next);
          if (next === null) setBegun(false);
          await queries.invalidateQueries({ queryKey: orpc.calls.key() });
          setTimeout(() => setUnseen((unseen) => (unseen === next ? null : unseen)), SEEN_AFTER_MS);
        },
      },
    );
  };
  const choose = (id: string) => {
    record.reset();
    setChosen(id);
    setUnseen(null);
  };
  return { chosen, choose, say, pending: record.isPending, error: record.error };
}
