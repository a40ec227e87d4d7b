import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AppEvent } from '#core/contract/shapes.ts';
import { type Api, useApi } from './api.ts';
import { pause } from './pause.ts';

const RECONNECT_MS = 1_000;
const RECONNECT_MOST_MS = 15_000;

/** The way in, a clinic's settings and a pack's approval change by the same event; a locked window asks for none of them. */
async function followStatus(queries: QueryClient, { orpc }: Api): Promise<void> {
  await queries.invalidateQueries({ queryKey: orpc.app.status.key() });
  if (queries.getQueryData(orpc.app.status.queryKey())?.state !== 'open') return;
  await Promise.all([orpc.clinic.key(), orpc.packs.list.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** Marks as stale what an event says has changed. */
function invalidate(event: AppEvent, queries: QueryClient, api: Api): void {
  const { orpc } = api;
  const stale = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
  switch (event.kind) {
    case 'hello':
      break;
    case 'calls':
      stale(orpc.calls.key());
      stale(orpc.desk.key());
      stale(orpc.patients.timeline.key());
      break;
    case 'status':
      void followStatus(queries, api);
      break;
    case 'patients':
      stale(orpc.patients.key());
      stale(orpc.rights.key());
      // Whose results are due follows from her visits.
      stale(orpc.calls.key());
      stale(orpc.desk.key());
      break;
    case 'protocols':
      stale(orpc.protocols.key());
      break;
    case 'queue':
      stale(orpc.printing.key());
      stale(orpc.desk.key());
      stale(orpc.patients.timeline.key());
      break;
    case 'secondComputer':
      stale(orpc.secondComputer.key());
      break;
    case 'updates':
      stale(orpc.updates.key());
      break;
    case 'backups':
      stale(orpc.backups.key());
      break;
    case 'display':
      stale(orpc.display.key());
      break;
    case 'handouts':
      stale(orpc.handouts.key());
      stale(orpc.calls.key());
      stale(orpc.desk.key());
      stale(orpc.patients.timeline.key());
      break;
    case 'consultation':
      stale(orpc.consultations.read.key({ input: { consultationId: event.id } }));
      stale(orpc.consultations.ofPatient.key());
      stale(orpc.patients.key());
  }
}

/** Listens until `signal` aborts; after a lost connection everything is asked anew, because events may have been missed. */
async function listen(api: Api, queries: QueryClient, signal: AbortSignal): Promise<void> {
  let lost = false;
  let waitMs = RECONNECT_MS;
  while (!signal.aborted) {
    try {
      for await (const event of await api.client.app.events(undefined, { signal })) {
        waitMs = RECONNECT_MS;
        if (lost) {
          lost = false;
          void queries.invalidateQueries();
        }
        invalidate(event, queries, api);
      }
    } catch {
      // The loop connects again; a call that fails tells the person.
    }
    lost = true;
    await pause(waitMs, signal);
    waitMs = Math.min(waitMs * 2, RECONNECT_MOST_MS);
  }
}

/** Keeps the window's one event stream open. Used once, in the root. */
export function useEventStream(): void {
  const api = useApi();
  const queries = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void listen(api, queries, stop.signal);
    return () => stop.abort();
  }, [api, queries]);
}
