import { useEffect, useState } from 'react';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import type { PaperFile } from './usePdf.ts';

/** After a save the next one may follow at once; the paper is drawn when they rest for this long, in milliseconds. */
const REST_MS = 250;

export interface Preview {
  /** The newest paper that there is; an older one stays until the newer is drawn. */
  file: PaperFile | null;
  /** Why the newest could not be made. The consultation doesn't depend on it. */
  fault: string | null;
  busy: boolean;
}

/** The draft as it would be printed now. It follows every save; of several in a row only the last is shown. */
export function usePreview(): Preview {
  const { client } = useApi();
  const { consultation, keeper, state } = useConsult();
  const [preview, setPreview] = useState<Preview>({ file: null, fault: null, busy: true });
  const saved = state.save.kind === 'saved' ? keeper.rev : null;
  const consultationId = consultation.id;
  useEffect(() => {
    if (saved === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setPreview((before) => ({ ...before, busy: true }));
      try {
        const { base64 } = await client.consultations.preview({ consultationId }, { signal: stop.signal });
        if (!stop.signal.aborted) setPreview({ file: { base64 }, fault: null, busy: false });
      } catch (fault) {
        if (!stop.signal.aborted) setPreview((before) => ({ ...before, fault: describeError(fault), busy: false }));
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, consultationId, saved]);
  return preview;
}
