import { uuid } from '#core/contract/shapes.ts';

/** The paper that an address of the desk names; anything else in it is left out. */
export function deskOfSearch(search: Record<string, unknown>): { job?: string } {
  const { success, data } = uuid.safeParse(search.job);
  return success ? { job: data } : {};
}
