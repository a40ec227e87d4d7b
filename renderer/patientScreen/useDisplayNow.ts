import { useEffect, useState } from 'react';
import type { DisplayNow } from '#core/contract/display.ts';
import type { Api } from '../client/api.ts';
import { pause } from '../client/pause.ts';

const RECONNECT_MS = 1_000;

/**
 * What this patient's window shows; null until the program has said it, and as soon as the program can't be heard: a screen
 * that nobody can change any more shows nothing.
 */
export function useDisplayNow({ client }: Api): DisplayNow | null {
  const [now, setNow] = useState<DisplayNow | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const listen = async () => {
      while (!signal.aborted) {
        try {
          for await (const _change of await client.display.changes(undefined, { signal })) setNow(await client.display.now());
        } catch {
          // Asked again below.
        }
        if (signal.aborted) return;
        setNow((before) => (before?.kind === 'closed' ? before : null));
        await pause(RECONNECT_MS, signal);
      }
    };
    void listen();
    return () => stop.abort();
  }, [client]);
  return now;
}
