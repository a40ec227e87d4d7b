import { Info } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { PaperLanguage } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Told } from '../../ui/Told.tsx';
import { PageCanvas } from './PageCanvas.tsx';
import { PaperBar, PaperFoot } from './PaperBar.tsx';
import css from './paper.module.css';
import { useFit } from './useFit.ts';
import { type PaperFile, usePdf } from './usePdf.ts';
import type { Follow } from './usePreview.ts';

export interface PaperPanelProps {
  file: PaperFile | null;
  /** Why there is no newer paper. */
  fault?: string | null;
  busy?: boolean;
  /** A draft that follows the answers; else pages that are stored as they are. */
  draft: boolean;
  /** The language that the paper speaks. */
  language: PaperLanguage;
  /** Of a draft whose pages are drawn as they are looked at. */
  follow?: Follow;
}

/**
 * The paper as it comes out of the printer, white in every theme. It keeps its page and its place from draft to draft, and
 * is drawn again only for a new one: the screen around it changes several times with every key.
 */
export const PaperPanel = memo(function PaperPanel({ file, fault, busy, draft, language, follow }: PaperPanelProps) {
  const t = useText();
  const { paper, fault: unreadable } = usePdf(file);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<number | null>(null);
  const desk = useRef<HTMLElement>(null);
  const fit = useFit(desk, paper);
  const pages = paper?.pages ?? 0;
  const shown = Math.min(page, Math.max(pages, 1));
  const only = paper?.file.only?.page;
  /** The page that the canvas shows: the one that is turned to may not be here yet. */
  const here = only ?? shown;
  const scale = zoom ?? fit;
  const draftShown = paper?.file.draft ?? paper?.file;
  /** The draft in which the page was found, by the person or by what changed: more of it turns nothing any more. */
  const found = useRef<object>(undefined);
  const turn = useCallback(
    (to: number) => {
      found.current = draftShown;
      setPage(to);
    },
    [draftShown],
  );
  useEffect(() => {
    const first = paper?.changed.findIndex((boxes) => boxes.length > 0) ?? -1;
    if (first < 0 || found.current === draftShown) return;
    found.current = draftShown;
    // The answer landed elsewhere: turn to the first page that it changed.
    setPage((now) => (paper?.changed[now - 1]?.length ? now : first + 1));
  }, [paper, draftShown]);
  useEffect(() => {
    follow?.look(shown);
    if (!paper || only === undefined) return;
    // What is looked for is on another page: it was turned to, or the answer landed there.
    const isElsewhere = only !== shown || (paper.changed.length > 0 && !paper.changed[only - 1]?.length);
    if (isElsewhere) follow?.seek(paper.file);
  }, [follow, paper, only, shown]);
  const label = draft ? t('paper.pageDraft', { page: here, pages }) : t('paper.page', { page: here, pages });
  const trouble = fault ?? unreadable;
  return (
    <aside className={css.panel} aria-labelledby="paper-title">
      <PaperBar draft={draft} page={shown} pages={pages} onPage={turn} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the paper scrolls, so the keyboard must reach it */}
      <section className={css.desk} ref={desk} tabIndex={0} aria-label={t('paper.pages')}>
        {trouble ? (
          <div className={css.message}>
            <Banner kind="warn">
              <p>{t('paper.failed')}</p>
              {trouble === t('paper.failed') ? null : (
                <p>
                  <Told text={trouble} />
                </p>
              )}
            </Banner>
          </div>
        ) : null}
        {paper && scale ? (
          <PageCanvas paper={paper} page={here} scale={scale} label={label} frames={draft ? (paper.changed[here - 1] ?? []) : []} />
        ) : null}
        {paper || trouble ? null : <p className={css.note}>{t('paper.waiting')}</p>}
        {paper && draft ? (
          <p className={css.note}>
            <Info />
            {busy ? t('paper.updating') : t('paper.follows')}
          </p>
        ) : null}
      </section>
      <PaperFoot language={language} scale={paper ? scale : null} onZoom={setZoom} />
    </aside>
  );
});
