import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download, ShieldCheck } from 'lucide-react';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { CheckLog } from './CheckLog.tsx';
import css from './Log.module.css';
import { LogFilters } from './LogFilters.tsx';
import { LogRows } from './LogRows.tsx';
import { filterOfSearch, isBackwards } from './logSearch.ts';
import { OlderRows } from './OlderRows.tsx';
import { saveCsv } from './saveCsv.ts';
import { useLog } from './useLog.ts';

function Log() {
  const t = useText();
  const { orpc } = useApi();
  const navigate = useNavigate();
  // The router keeps what the check of the address left out.
  const filter = filterOfSearch(useSearch({ from: '/settings/log' }));
  const { log, rows, days } = useLog(filter);
  const check = useMutation(
    orpc.audit.verify.mutationOptions({
      onSuccess: ({ rows: count, firstBad }) => {
        if (firstBad === null) announce(t('log.sound', { count }));
      },
    }),
  );
  const save = useMutation(
    orpc.audit.export.mutationOptions({
      onSuccess: ({ fileName, base64, rows: count }) => {
        saveCsv(fileName, base64);
        announce(t('log.saved', { rows: count, name: fileName }));
      },
    }),
  );
  const backwards = isBackwards(filter);
  return (
    <>
      <LogFilters filter={filter} onChange={(next) => void navigate({ to: '/settings/log', search: next, replace: true })} />
      <div className={css.tools}>
        <p className="muted" role="status">
          {log.data && !backwards ? t(log.hasNextPage ? 'log.rowsMore' : 'log.rows', { count: rows.length }) : ''}
        </p>
        <Button pending={check.isPending} onPress={() => check.mutate(undefined)}>
          <ShieldCheck />
          {t('log.check')}
        </Button>
        <Button pending={save.isPending} unavailable={backwards} onPress={() => save.mutate({ filter })}>
          <Download />
          {t('log.save')}
        </Button>
      </div>
      <div className={css.results}>
        <CheckLog check={check} />
        {save.error ? <Failure error={save.error} /> : null}
        {save.data ? (
          <Banner kind="ok">
            <p>{t('log.saved', { rows: save.data.rows, name: save.data.fileName })}</p>
          </Banner>
        ) : null}
        {log.error ? <Failure error={log.error} onRetry={() => void log.refetch()} /> : null}
      </div>
      {log.isPending && !backwards ? <Waiting rows={8} /> : null}
      {log.data && !backwards ? (
        <>
          <LogRows days={days} />
          {rows.length === 0 ? <p className={css.none}>{t(Object.keys(filter).length > 0 ? 'log.noneFiltered' : 'log.none')}</p> : null}
          {log.hasNextPage ? <OlderRows log={log} rows={rows} /> : null}
        </>
      ) : null}
    </>
  );
}

/** Who did what and when, for administrators: the newest first, filtered, checked and saved as a file. */
export function LogPage() {
  const t = useText();
  return (
    <SettingsFrame page="/settings/log" lead={t('log.lead')}>
      <Log />
    </SettingsFrame>
  );
}
