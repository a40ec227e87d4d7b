import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { FoundRows } from '../rows/FoundRows.tsx';
import { saveCsv } from '../rows/saveCsv.ts';
import { useRowPages } from '../rows/useRowPages.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryRow } from './HistoryRow.tsx';
import { historyOfSearch } from './historySearch.ts';
import css from './PrintHistory.module.css';

function History() {
  const t = useText();
  const { orpc } = useApi();
  const navigate = useNavigate();
  // The router keeps what the check of the address left out.
  const filter = historyOfSearch(useSearch({ from: '/desk/history' }));
  const { query, rows } = useRowPages(orpc.printHistory.list, filter);
  const save = useMutation(orpc.printHistory.export.mutationOptions({ onSuccess: saveCsv }));
  return (
    <>
      <HistoryFilters filter={filter} onChange={(next) => void navigate({ to: '/desk/history', search: next, replace: true })} />
      <FoundRows
        filter={filter}
        query={query}
        rows={rows}
        Row={HistoryRow}
        rowClass={css.row}
        save={save}
        savedText={t('history.savedText')}
        none={t('history.none')}
      />
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
