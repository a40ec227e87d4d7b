import { ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import type { PaperLanguage } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './paper.module.css';

const ZOOM_STEP = 1.25;
const ZOOM_MIN = 0.25;
const ZOOM_MAX = 4;
/** CSS pixels a point at 100 %. */
const FULL = 96 / 72;

export interface PaperBarProps {
  draft: boolean;
  /** From 1. */
  page: number;
  /** 0 while there is no paper. */
  pages: number;
  onPage: (page: number) => void;
}

/** The name of the panel, and its pages. A new paper comes with every key, and nothing of this changes: it isn't drawn again. */
export const PaperBar = memo(function PaperBar({ draft, page, pages, onPage }: PaperBarProps) {
  const t = useText();
  return (
    <div className={css.bar}>
      <h2 id="paper-title">{t('paper.title')}</h2>
      {draft ? <Tag kind="paper">{t('paper.draft')}</Tag> : null}
      <span className={css.grow} />
      {pages > 0 ? (
        <span className={css.pager}>
          <Button kind="quiet" small icon label={t('paper.previousPage')} onPress={() => onPage(page - 1)} unavailable={page <= 1}>
            <ChevronLeft />
          </Button>
          {t('paper.page', { page, pages })}
          <Button kind="quiet" small icon label={t('paper.nextPage')} onPress={() => onPage(page + 1)} unavailable={page >= pages}>
            <ChevronRight />
          </Button>
        </span>
      ) : null}
    </div>
  );
});

export interface PaperFootProps {
  /** The language that the paper speaks. */
  language: PaperLanguage;
  /** CSS pixels a point; null while there is no paper. */
  scale: number | null;
  /** null: as wide as the room. */
  onZoom: (scale: number | null) => void;
}

/** The paper's language, and how large it is shown. */
export const PaperFoot = memo(function PaperFoot({ language, scale, onZoom }: PaperFootProps) {
  const t = useText();
  return (
    <div className={css.foot}>
      <span className="muted">{t('paper.language', { language: t(`language.${language}`) })}</span>
      {scale === null ? null : (
        <span className={css.pager}>
          <Button kind="quiet" small icon label={t('paper.smaller')} onPress={() => onZoom(Math.max(scale / ZOOM_STEP, ZOOM_MIN * FULL))}>
            <Minus />
          </Button>
          <span className={css.percent}>{t('paper.percent', { percent: Math.round((scale / FULL) * 100) })}</span>
          <Button kind="quiet" small icon label={t('paper.larger')} onPress={() => onZoom(Math.min(scale * ZOOM_STEP, ZOOM_MAX * FULL))}>
            <Plus />
          </Button>
          <Button small onPress={() => onZoom(null)}>
            {t('paper.fit')}
          </Button>
        </span>
      )}
    </div>
  );
});
