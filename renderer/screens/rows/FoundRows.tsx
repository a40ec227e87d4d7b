import type { UseInfiniteQueryResult, UseMutationResult } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { OlderRows } from './OlderRows.tsx';
import css from './Rows.module.css';
import { RowsByDay, type RowsByDayProps } from './RowsByDay.tsx';
import { type Days, isBackwards } from './rowFilter.ts';
import type { CsvFile } from './saveCsv.ts';

export interface FoundRowsProps<Filter, Row> extends RowsByDayProps<Row> {
  filter: Filter;
  query: UseInfiniteQueryResult<{ pages: { rows: unknown[] }[] }>;
  save: Pick<UseMutationResult<CsvFile, Error, { filter: Filter }>, 'isPending' | 'error' | 'data' | 'mutate'>;
  /** What is to be known of the saved file besides its name. */
  savedText?: string;
  /** What is said while there is no row at all. */
  none: string;
  /** Further buttons, and what came of them. */
  tools?: ReactNode;
  results?: ReactNode;
}

/** The rows that fit a filter under their days: how many, saved as a file, and the older ones. */
export function FoundRows<Filter extends Days, Row extends { seq: number; at: string }>(props: FoundRowsProps<Filter, Row>) {
  const { filter, query, rows, Row, rowClass, save, savedText, none, tools, results } = props;
  const t = useText();
  const backwards = isBackwards(filter);
  return (
    <>
      <div className={css.tools}>
        <p className="muted" role="status">
          {query.data && !backwards ? t(query.hasNextPage ? 'log.rowsMore' : 'log.rows', { count: rows.length }) : ''}
        </p>
        {tools}
        <Button pending={save.isPending} unavailable={backwards} onPress={() => save.mutate({ filter })}>
          <Download />
          {t('log.save')}
        </Button>
      </div>
      <div className={css.results}>
        {results}
        {save.error ? <Failure error={save.error} /> : null}
        {save.data ? (
          <Banner kind="ok">
            <p>
              {t('log.saved', { rows: save.data.rows, name: save.data.fileName })} {savedText}
            </p>
          </Banner>
        ) : null}
        {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      </div>
      {query.isPending && !backwards ? <Waiting rows={8} /> : null}
      {query.data && !backwards ? (
        <>
          <RowsByDay rows={rows} Row={Row} rowClass={rowClass} />
          {rows.length === 0 ? <p className={css.none}>{Object.keys(filter).length > 0 ? t('log.noneFiltered') : none}</p> : null}
          {query.hasNextPage ? <OlderRows log={query} rows={rows} /> : null}
        </>
      ) : null}
    </>
  );
}
