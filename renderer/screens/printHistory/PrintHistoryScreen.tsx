import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import log from '../log/Log.module.css';
import { OlderRows } from '../log/OlderRows.tsx';
import { saveCsv } from '../log/saveCsv.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryRows } from './HistoryRows.tsx';
import { historyOfSearch, isBackwards } from './historySearch.ts';
import { useHistory } from './useHistory.ts';

function History() {
  const t = useText();
  const { orpc } = useApi();
  const navigate = useNavigate();
  // The router keeps what the check of the address left out.
  const filter = historyOfSearch(useSearch({ from: '/desk/history' }));
  const { history, rows } = useHistory(filter);
  const save = useMutation(
    orpc.printHistory.export.mutationOptions({
      onSuccess: ({ fileName, base64, rows: count }) => {
        saveCsv(fileName, base64);
        announce(t('log.saved', { rows: count, name: fileName }));
      },
    }),
  );
  const backwards = isBackwards(filter);
  return (
    <>
      <HistoryFilters filter={filter} onChange={(next) => void navigate({ to: '/desk/history', search: next, replace: true })} />
      <div className={log.tools}>
        <p className="muted" role="status">
          {history.data && !backwards ? t(history.hasNextPage ? 'log.rowsMore' : 'log.rows', { count: rows.length }) : ''}
        </p>
        <Button pending={save.isPending} unavailable={backwards} onPress={() => save.mutate({ filter })}>
          <Download />
          {t('log.save')}
        </Button>
      </div>
      <div className={log.results}>
        {save.error ? <Failure error={save.error} /> : null}
        {save.data ? (
          <Banner kind="ok">
            <p>
              {t('log.saved', { rows: save.data.rows, name: save.data.fileName })} {t('history.savedText')}
            </p>
          </Banner>
        ) : null}
        {history.error ? <Failure error={history.error} onRetry={() => void history.refetch()} /> : null}
      </div>
      {history.isPending && !backwards ? <Waiting rows={8} /> : null}
      {history.data && !backwards ? (
        <>
          <HistoryRows rows={rows} />
          {rows.length === 0 ? <p className={log.none}>{t(Object.keys(filter).length > 0 ? 'log.noneFiltered' : 'history.none')}</p> : null}
          {history.hasNextPage ? <OlderRows log={history} rows={rows} /> : null}
        </>
      ) : null}
    </>
  );
}

/** Who printed, cancelled and handed over what, and when. Nothing clinical stands here. */
export function PrintHistoryScreen() {
  const t = useText();
  return (
    <Screen
      title={t('history.title')}
      lead={t('history.lead')}
      wide
      action={
        <Link to="/desk" className={buttonClass()}>
          <Printer aria-hidden="true" />
          {t('desk.title')}
        </Link>
      }
    >
      <History />
    </Screen>
  );
}
