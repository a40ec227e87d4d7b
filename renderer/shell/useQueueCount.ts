import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../client/api.ts';
import { useHasRole } from '../frame/session.ts';
import { useText } from '../text/useText.ts';

const NO_QUEUE = { count: 0, words: '' };

/** Tells the shell how many papers wait to be printed, where reception is signed in. Never which. Used once. */
export function useQueueCount(): void {
  const t = useText();
  const { orpc } = useApi();
  const reception = useHasRole('reception');
  const shell = window.consultleaf?.setQueue !== undefined;
  const queue = useQuery({ ...orpc.printing.queue.queryOptions(), enabled: reception && shell });
  const count = reception ? queue.data?.jobs.filter(({ state, order }) => state === 'waiting' && order === null).length : undefined;
  useEffect(() => {
    window.consultleaf?.setQueue?.(count === undefined ? NO_QUEUE : { count, words: t('shell.queue', { count }) });
  }, [count, t]);
  useEffect(() => () => window.consultleaf?.setQueue?.(NO_QUEUE), []);
}
