import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Approval } from './Approval.tsx';
import { StatementTable } from './StatementTable.tsx';
import { approvalGroups } from './statements.ts';

/** A topic pack to be read and approved: every statement beside the facts it rests on. */
export function ApproveScreen() {
  const t = useText();
  const { orpc } = useApi();
  const { hash } = useParams({ from: '/approve/$hash' });
  const pack = useQuery(orpc.packs.read.queryOptions({ input: { hash }, staleTime: Number.POSITIVE_INFINITY }));
  const packs = useQuery(orpc.packs.list.queryOptions());
  const summary = packs.data?.find(({ ref }) => ref.hash === hash);
  const error = pack.error ?? packs.error;
  const title = summary ? t('approve.title', { title: summary.title, version: summary.ref.version }) : t('approve.titleShort');
  return (
    <Screen key={summary ? 'read' : 'wait'} title={title} lead={t('approve.lead')}>
      {error ? <Failure error={error} onRetry={() => void Promise.all([pack.refetch(), packs.refetch()])} /> : null}
      {pack.isPending ? <Waiting rows={6} /> : null}
      {pack.data ? (
        <StatementTable pack={pack.data} groups={approvalGroups(pack.data, 'en')}>
          {summary ? <Approval summary={summary} /> : null}
        </StatementTable>
      ) : null}
    </Screen>
  );
}
