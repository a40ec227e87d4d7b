import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';

/** A refusal stays a refusal; only what may pass by itself is asked again, twice. */
function askAgain(failures: number, error: unknown): boolean {
  if (error instanceof ORPCError && error.status < 500) return false;
  return failures < 2;
}

/** The window's cache of what the backend said. Events say when it is stale, so nothing is polled. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: askAgain, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
