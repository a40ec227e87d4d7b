import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent } from 'react';
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

/**
 * Forgets everything that was read except the status itself and which backups there are, and what was sent, as soon as this window is closed to
 * everybody, however that came: a covered window holds no patient in memory. It runs once the screens are gone, so none of
 * them asks anew. Used once.
 */
export function useForgetWhenClosed(closed: boolean): void {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const forget = useEffectEvent(() => {
    // A closed window shows the backups too: at a fault, and to get the records back.
    const kept = [orpc.app.status.key(), orpc.backups.find.key()].map(([path]) => JSON.stringify(path));
    queries.removeQueries({ predicate: ({ queryKey }) => !kept.includes(JSON.stringify(queryKey[0])) });
    const sent = queries.getMutationCache();
    for (const mutation of sent.getAll()) if (mutation.state.status !== 'pending') sent.remove(mutation);
  });
  useEffect(() => {
    if (closed) forget();
  }, [closed]);
}

/** Asks anew who is signed in: after every way in and out. */
export function useChangeOfPerson(): () => Promise<void> {
  const { orpc } = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: orpc.app.status.key() });
}
