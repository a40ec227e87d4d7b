import { ChevronLeft, ChevronRight, Info, Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PaperLanguage } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Told } from '../../ui/Told.tsx';
import { PageCanvas } from './PageCanvas.tsx';
import css from './paper.module.css';
import { useFit } from './useFit.ts';
import { type PaperFile, usePdf } from './usePdf.ts';

export interface PaperPanelProps {
  file: PaperFile | null;
  /** Why there is no newer paper. */
  fault?: string | null;
  busy?: boolean;
  /** A draft that follows the answers; else pages that are stored as they are. */
  draft: boolean;
  /** The language that the paper speaks. */
  language: PaperLanguage;
}

const ZOOM_STEP = 1.25;
const ZOOM_MIN = 0.25;
const ZOOM_MAX = 4;
/** CSS pixels a point at 100 %. */
const FULL = 96 / 72;

/** The paper as it comes out of the printer, white in every theme. It keeps its page and its place from draft to draft. */
export function PaperPanel({ file, fault, busy, draft, language }: PaperPanelProps) {
  const t = useText();
  const { paper, fault: unreadable } = usePdf(file);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<number | null>(null);
  const desk = useRef<HTMLElement>(null);
  const fit = useFit(desk, paper);
  const pages = paper?.document.numPages ?? 0;
  const shown = Math.min(page, Math.max(pages, 1));
  const scale = zoom ?? fit;
  useEffect(() => {
    if (!paper) return;
    // The answer landed elsewhere: turn to the first page that it changed.
    setPage((now) => {
      const first = paper.changed.findIndex((boxes) => boxes.length > 0);
      return first < 0 || paper.changed[now - 1]?.length ? now : first + 1;
    });
  }, [paper]);
  const label = draft ? t('paper.pageDraft', { page: shown, pages }) : t('paper.page', { page: shown, pages });
  const trouble = fault ?? unreadable;
  return (
    <aside className={css.panel} aria-labelledby="paper-title">
      <div className={css.bar}>
        <h2 id="paper-title">{t('paper.title')}</h2>
        {draft ? <Tag kind="paper">{t('paper.draft')}</Tag> : null}
        <span className={css.grow} />
        {pages > 0 ? (
          <span className={css.pager}>
            <Button kind="quiet" small icon label={t('paper.previousPage')} onPress={() => setPage(shown - 1)} unavailable={shown <= 1}>
              <ChevronLeft />
            </Button>
            {t('paper.page', { page: shown, pages })}
            <Button kind="quiet" small icon label={t('paper.nextPage')} onPress={() => setPage(shown + 1)} unavailable={shown >= pages}>
              <ChevronRight />
            </Button>
          </span>
        ) : null}
      </div>
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
          <PageCanvas paper={paper} page={shown} scale={scale} label={label} frames={draft ? (paper.changed[shown - 1] ?? []) : []} />
        ) : null}
        {paper || trouble ? null : <p className={css.note}>{t('paper.waiting')}</p>}
        {paper && draft ? (
          <p className={css.note}>
            <Info />
            {busy ? t('paper.updating') : t('paper.follows')}
          </p>
        ) : null}
      </section>
      <div className={css.foot}>
        <span className="muted">{t('paper.language', { language: t(`language.${language}`) })}</span>
        {paper ? (
          <span className={css.pager}>
            <Button
              kind="quiet"
              small
              icon
              label={t('paper.smaller')}
              onPress={() => setZoom(Math.max(scale / ZOOM_STEP, ZOOM_MIN * FULL))}
            >
              <Minus />
            </Button>
            <span className={css.percent}>{t('paper.percent', { percent: Math.round((scale / FULL) * 100) })}</span>
            <Button kind="quiet" small icon label={t('paper.larger')} onPress={() => setZoom(Math.min(scale * ZOOM_STEP, ZOOM_MAX * FULL))}>
              <Plus />
            </Button>
            <Button small onPress={() => setZoom(null)}>
              {t('paper.fit')}
            </Button>
          </span>
        ) : null}
      </div>
    </aside>
  );
}
