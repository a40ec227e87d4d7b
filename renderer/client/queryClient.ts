import { ORPCError } from '@orpc/client';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { errorCode } from './errors.ts';

/** A refusal stays a refusal; only what may pass by itself is asked again, twice. */
function askAgain(failures: number, error: unknown): boolean {
  if (error instanceof ORPCError && error.status < 500) return false;
  return failures < 2;
}

/**
 * The window's cache of what the backend said. Events say when it is stale, so nothing is polled.
 * `onSignedOut` is called when an answer says that nobody is signed in here any more.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (errorCode(error) === 'NOT_SIGNED_IN') onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: askAgain, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
