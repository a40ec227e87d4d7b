import type * as z from 'zod';

/** The days that a filter leaves in, both included; a side that is left out is open. */
export interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

/** The filter as the address keeps it; what can't be read there is left out. */
export function filterOfSearch<Filter>(schema: z.ZodType<Filter>, search: Record<string, unknown>): Filter {
  const readable = Object.entries(search).filter(([key, value]) => schema.safeParse({ [key]: value }).success);
  return schema.parse(Object.fromEntries(readable));
}

/** The filter with one part changed; undefined takes the part out. */
export function changed<Filter extends object>(filter: Filter, change: { [Key in keyof Filter]?: Filter[Key] | undefined }): Filter {
  const next = { ...filter, ...change };
  for (const [key, value] of Object.entries(next)) if (value === undefined) Reflect.deleteProperty(next, key);
  return next;
}

/** Whether the last day lies before the first: nothing could fit. */
export function isBackwards({ from, to }: Days): boolean {
  return from !== undefined && to !== undefined && to < from;
}
