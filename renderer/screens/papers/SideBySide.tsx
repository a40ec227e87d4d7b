import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { changedBoxes } from '../../consult/paper/changes.ts';
import { PageCanvas } from '../../consult/paper/PageCanvas.tsx';
import { useFit } from '../../consult/paper/useFit.ts';
import { type OpenPaper, usePdf } from '../../consult/paper/usePdf.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import css from './Papers.module.css';

/** The stored pages of a version, opened. */
function usePages({ id }: HandoutVersion) {
  const { orpc } = useApi();
  const stored = useQuery({ ...orpc.handouts.pdf.queryOptions({ input: { id, purpose: 'view' } }), staleTime: Infinity });
  const base64 = stored.data?.base64;
  const { paper, fault } = usePdf(useMemo(() => (base64 ? { base64 } : null), [base64]));
  return { paper, error: stored.error ?? (fault ? new Error(fault) : null), again: () => void stored.refetch() };
}
type Pages = ReturnType<typeof usePages>;

const wordsOf = (paper: OpenPaper | null) => new Set(paper?.words.flatMap(({ items }) => items.map(({ text }) => text)) ?? []);

interface SheetProps {
  version: HandoutVersion;
  pages: Pages;
  page: number;
  /** The words of the other paper; what isn't among them is framed. */
  known: ReadonlySet<string>;
}

function Sheet({ version, pages: { paper, error, again }, page, known }: SheetProps) {
  const t = useText();
  const desk = useRef<HTMLElement>(null);
  const scale = useFit(desk, paper);
  const words = paper?.words[page - 1];
  const hasPage = paper !== null && page <= paper.document.numPages;
  const label = t('papers.paperPage', { version: version.version, page });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the paper scrolls, so the keyboard must reach it
    <section className={css.sheet} ref={desk} tabIndex={0} aria-label={label}>
      <h3>{label}</h3>
      {error ? <Failure error={error} onRetry={again} /> : null}
      {paper || error ? null : <Waiting rows={4} />}
      {paper && scale && hasPage ? (
        <PageCanvas
          paper={paper}
          page={page}
          scale={scale}
          label={label}
          frames={words && known.size > 0 ? changedBoxes(words, known) : []}
        />
      ) : null}
      {paper && !hasPage ? <p className="muted">{t('papers.noPage', { version: version.version, page })}</p> : null}
    </section>
  );
}

/** The same page of two versions side by side, turned together; what only one of them says is framed. */
export function SideBySide({ one, other }: { one: HandoutVersion; other: HandoutVersion }) {
  const t = useText();
  const [page, setPage] = useState(1);
  const [left, right] = [usePages(one), usePages(other)];
  const [leftWords, rightWords] = [useMemo(() => wordsOf(left.paper), [left.paper]), useMemo(() => wordsOf(right.paper), [right.paper])];
  const pages = Math.max(one.pages, other.pages);
  // Another language says everything in other words: frames would stand round all of it.
  const comparable = one.language === other.language;
  const none = useMemo(() => new Set<string>(), []);
  return (
    <section aria-labelledby="papers-pages" className={css.part}>
      <div className={css.head}>
        <div>
          <h2 id="papers-pages">{t('papers.pages')}</h2>
          {comparable ? <p className="muted">{t('papers.framed')}</p> : null}
        </div>
        <span className={css.pager}>
          <Button kind="quiet" icon label={t('paper.previousPage')} onPress={() => setPage(page - 1)} unavailable={page <= 1}>
            <ChevronLeft />
          </Button>
          {t('papers.pageOf', { page, pages })}
          <Button kind="quiet" icon label={t('paper.nextPage')} onPress={() => setPage(page + 1)} unavailable={page >= pages}>
            <ChevronRight />
          </Button>
        </span>
      </div>
      <div className={css.both}>
        <Sheet version={one} pages={left} page={page} known={comparable ? rightWords : none} />
        <Sheet version={other} pages={right} page={page} known={comparable ? leftWords : none} />
      </div>
    </section>
  );
}
