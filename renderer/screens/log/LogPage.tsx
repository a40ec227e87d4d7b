import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { FoundRows } from '../rows/FoundRows.tsx';
import { saveCsv } from '../rows/saveCsv.ts';
import { useRowPages } from '../rows/useRowPages.ts';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { CheckLog } from './CheckLog.tsx';
import css from './Log.module.css';
import { LogFilters } from './LogFilters.tsx';
import { LogRow } from './LogRow.tsx';
import { logOfSearch } from './logSearch.ts';

function Log() {
  const t = useText();
  const { orpc } = useApi();
  const navigate = useNavigate();
  // The router keeps what the check of the address left out.
  const filter = logOfSearch(useSearch({ from: '/settings/log' }));
  // Each look is itself a row: what was read before is old.
  const { query, rows } = useRowPages(orpc.audit.list, filter, { staleMs: 0 });
  const check = useMutation(
    orpc.audit.verify.mutationOptions({
      onSuccess: ({ rows: count, firstBad }) => {
        if (firstBad === null) announce(t('log.sound', { count }));
      },
    }),
  );
  const save = useMutation(orpc.audit.export.mutationOptions({ onSuccess: saveCsv }));
  return (
    <>
      <LogFilters filter={filter} onChange={(next) => void navigate({ to: '/settings/log', search: next, replace: true })} />
      <FoundRows
        filter={filter}
        query={query}
        rows={rows}
        Row={LogRow}
        rowClass={css.row}
        save={save}
        none={t('log.none')}
        tools={
          <Button pending={check.isPending} onPress={() => check.mutate(undefined)}>
            <ShieldCheck />
            {t('log.check')}
          </Button>
        }
        results={<CheckLog check={check} />}
      />
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
