import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import type { PaperFile } from './usePdf.ts';

export interface Preview {
  /** The newest paper that there is; an older one stays until the newer is drawn. */
  file: PaperFile | null;
  /** How many pages that paper has. */
  pages: number | null;
  /** Why the newest could not be made. The consultation doesn't depend on it. */
  fault: string | null;
  busy: boolean;
}

/** So many answers are sent with the question at most; where more wait to be stored, the paper waits for that too. */
const MOST_UNSAVED = 60;

/**
 * The draft as it would be printed now, with the answers as they stand in the window: what waits to be stored goes with
 * the question, so that the paper never waits for the store. One is drawn at a time, at once, and when it is there while
 * answers have changed, the newest of them are drawn next.
 */
export function usePreview(): Preview {
  const { client } = useApi();
  const { consultation, keeper, state } = useConsult();
  const [preview, setPreview] = useState<Preview>({ file: null, pages: null, fault: null, busy: true });
  const [drawn, setDrawn] = useState<ReadonlyMap<string, unknown> | null>(null);
  const working = useRef(false);
  const { values, save } = state;
  const consultationId = consultation.id;
  useEffect(() => {
    if (values === drawn || working.current) return;
    const { unsaved } = keeper;
    if (unsaved.length > MOST_UNSAVED && save.kind !== 'saved') return;
    async function draw() {
      working.current = true;
      setPreview((before) => ({ ...before, busy: true }));
      try {
        const { base64, pages } = await client.consultations.preview({ consultationId, ...(unsaved.length > 0 ? { unsaved } : {}) });
        setPreview({ file: { base64 }, pages, fault: null, busy: false });
      } catch (fault) {
        setPreview((before) => ({ ...before, fault: describeError(fault), busy: false }));
      }
      working.current = false;
      setDrawn(values);
    }
    void draw();
  }, [client, consultationId, keeper, values, save, drawn]);
  return preview;
}
