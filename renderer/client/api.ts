import { type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, useContext } from 'react';
import type { Contract } from '#core/contract/contract.ts';

export type Client = ContractRouterClient<Contract>;

/** Named, for as an inferred type it is too long to be written into a declaration. */
export interface Api {
  /** Calls a procedure: `await client.patients.add({…})`. */
  client: Client;
  /** Options for TanStack Query: `useQuery(orpc.patients.read.queryOptions({ input: { id } }))`. */
  orpc: RouterUtils<Client>;
}

/** The typed client over a link of either transport. */
export function createApi(link: ClientLink<Record<never, never>>): Api {
  const client: Client = createORPCClient(link);
  return { client, orpc: createTanstackQueryUtils(client) };
}

export const ApiContext = createContext<Api | null>(null);

/** The window's client and its query options. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi is called outside of ApiContext.');
  return api;
}
