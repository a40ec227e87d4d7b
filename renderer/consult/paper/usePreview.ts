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

/**
 * The draft as it would be printed now. It follows the saves, which rest between letters themselves: one is drawn at a
 * time, at once, and when it is there while newer answers have been saved, the newest of them is drawn next.
 */
export function usePreview(): Preview {
  const { client } = useApi();
  const { consultation, keeper, state } = useConsult();
  const [preview, setPreview] = useState<Preview>({ file: null, pages: null, fault: null, busy: true });
  const [drawn, setDrawn] = useState<number | null>(null);
  const working = useRef(false);
  const saved = state.save.kind === 'saved' ? keeper.rev : null;
  const consultationId = consultation.id;
  useEffect(() => {
    if (saved === null || saved === drawn || working.current) return;
    async function draw() {
      working.current = true;
      setPreview((before) => ({ ...before, busy: true }));
      try {
        const { base64, pages } = await client.consultations.preview({ consultationId });
        setPreview({ file: { base64 }, pages, fault: null, busy: false });
      } catch (fault) {
        setPreview((before) => ({ ...before, fault: describeError(fault), busy: false }));
      }
      working.current = false;
      setDrawn(saved);
    }
    void draw();
  }, [client, consultationId, saved, drawn]);
  return preview;
}
