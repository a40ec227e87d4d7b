import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Role, Status, User } from '#core/contract/shapes.ts';
import { useApi } from '../client/api.ts';

export const StatusContext = createContext<Status | null>(null);

/** What the program says of itself and of who is signed in here. */
export function useStatus(): Status {
  const status = useContext(StatusContext);
  if (!status) throw new Error('useStatus is called outside of the window.');
  return status;
}

/** Whether the person signed in here has one of `roles`. */
export function useHasRole(...roles: Role[]): boolean {
  const { user } = useStatus();
  return user?.roles.some((role) => roles.includes(role)) ?? false;
}

/** Whoever is signed in. Only screens that need a sign-in use it. */
export function useUser(): User | null {
  return useStatus().user;
}

/** Forgets what the last person saw and asks anew who is signed in: after every way in and out. */
export function useChangeOfPerson(): () => Promise<void> {
  const { orpc } = useApi();
  const queries = useQueryClient();
  return async () => {
    const status = orpc.app.status.key();
    queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== JSON.stringify(status[0]) });
    await queries.invalidateQueries({ queryKey: status });
  };
}
