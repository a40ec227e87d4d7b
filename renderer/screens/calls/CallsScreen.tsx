import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { CallItem } from './CallItem.tsx';
import css from './Calls.module.css';

/** Reception's call list: whom to call and why, without anything clinical. */
export function CallsScreen() {
  const t = useText();
  const { orpc } = useApi();
  const calls = useQuery(orpc.calls.list.queryOptions());
  const open = calls.data?.filter(({ state }) => state !== 'called') ?? [];
  const done = calls.data?.filter(({ state }) => state === 'called') ?? [];
  return (
    <Screen title={t('calls.title')} lead={t('calls.lead')}>
      {calls.error ? <Failure error={calls.error} onRetry={() => void calls.refetch()} /> : null}
      {calls.isPending ? <Waiting rows={3} /> : null}
      {calls.data ? (
        <section aria-labelledby="to-call" className={css.part}>
          <h2 id="to-call">{t('calls.toCall')}</h2>
          {open.length > 0 ? (
            <ul className={css.list}>
              {open.map((call) => (
                <CallItem key={call.id} call={call} />
              ))}
            </ul>
          ) : (
            <p className={css.none}>{t('calls.none')}</p>
          )}
        </section>
      ) : null}
      {done.length > 0 ? (
        <section aria-labelledby="called" className={css.part}>
          <h2 id="called">{t('calls.done')}</h2>
          <ul className={css.list}>
            {done.map((call) => (
              <CallItem key={call.id} call={call} />
            ))}
          </ul>
        </section>
      ) : null}
    </Screen>
  );
}
