import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

function People() {
  const { orpc } = useApi();
  const people = useQuery(orpc.users.list.queryOptions());
  return (
    <>
      {people.isPending ? <Waiting /> : null}
      {people.error ? <Failure error={people.error} onRetry={() => void people.refetch()} /> : null}
      <ul>
        {people.data?.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}

/** Everybody who signs in here, for administrators. */
export function PeoplePage() {
  return (
    <SettingsFrame page="/settings/people">
      <People />
    </SettingsFrame>
  );
}
