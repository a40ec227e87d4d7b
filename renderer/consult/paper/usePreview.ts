import { useEffect, useMemo, useRef, useState } from 'react';
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

/** What whoever shows the draft tells of it. */
export interface Follow {
  /** The page that is looked at: the only one that is drawn while answers go on changing. */
  look: (page: number) => void;
  /** What is looked for isn't on that page: the whole paper is needed at once. */
  seek: (file: PaperFile) => void;
}

type Answers = ReadonlyMap<string, unknown>;

/** So many answers are sent with the question at most; where more wait to be stored, the paper waits for that too. */
const MOST_UNSAVED = 60;
/** The answers rest for so long, in milliseconds, before the pages that nobody looks at are drawn. */
const REST_MS = 300;

/**
 * The draft as it would be printed now, with the answers as they stand in the window: what waits to be stored goes with
 * the question, so that the paper never waits for the store. The page that is looked at is drawn at once, one draft at a
 * time, and when it is there while answers have changed, the newest of them are drawn next. The whole paper follows when
 * the answers rest or something is looked for on it; `pagesOnly`: it isn't shown, and never follows.
 */
export function usePreview({ pagesOnly = false } = {}): Preview & { follow: Follow } {
  const { client } = useApi();
  const { consultation, keeper, state } = useConsult();
  const [made, setMade] = useState<Omit<Preview, 'busy'>>({ file: null, pages: null, fault: null });
  /** The answers that were drawn last, or could not be. */
  const [drawn, setDrawn] = useState<Answers | null>(null);
  const looked = useRef(1);
  const working = useRef(false);
  /** Asks for the whole of the paper that is shown a page of, without waiting for a rest. */
  const hurry = useRef<(file: PaperFile) => void>(undefined);
  const follow = useMemo<Follow>(
    () => ({
      look(page) {
        looked.current = page;
      },
      seek: (file) => hurry.current?.(file),
    }),
    [],
  );
  const { values, save } = state;
  const consultationId = consultation.id;
  useEffect(() => {
    if (values === drawn || working.current) return;
    const { unsaved } = keeper;
    if (unsaved.length > MOST_UNSAVED && save.kind !== 'saved') return;
    async function drawPage() {
      working.current = true;
      try {
        const asked = { consultationId, page: looked.current, ...(unsaved.length > 0 ? { unsaved } : {}) };
        const { base64, pages } = await client.consultations.preview(asked);
        const only = pages > 1 ? { page: Math.min(asked.page, pages), pages } : undefined;
        setMade({ file: { base64, draft: values, ...(only ? { only } : {}) }, pages, fault: null });
      } catch (fault) {
        setMade((before) => ({ ...before, fault: describeError(fault) }));
      }
      working.current = false;
      setDrawn(values);
    }
    void drawPage();
  }, [client, consultationId, keeper, values, save, drawn]);

  const { file } = made;
  const lacks = !pagesOnly && file?.only !== undefined && file.draft === values ? file : null;
  useEffect(() => {
    if (!lacks) return undefined;
    const stop = new AbortController();
    let asking = false;
    async function drawWhole() {
      if (asking) return;
      asking = true;
      const { unsaved } = keeper;
      try {
        const asked = { consultationId, ...(unsaved.length > 0 ? { unsaved } : {}) };
        const { base64, pages } = await client.consultations.preview(asked, { signal: stop.signal });
        if (!stop.signal.aborted) setMade({ file: { base64, draft: values }, pages, fault: null });
      } catch (fault) {
        // Given up for newer answers: their page is drawn instead.
        if (!stop.signal.aborted) setMade((before) => ({ ...before, fault: describeError(fault) }));
      }
      asking = false;
    }
    hurry.current = (wanted) => {
      if (wanted === lacks) void drawWhole();
    };
    const timer = setTimeout(() => void drawWhole(), REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
      hurry.current = undefined;
    };
  }, [client, consultationId, keeper, values, lacks]);
  return { ...made, busy: values !== drawn, follow };
}
