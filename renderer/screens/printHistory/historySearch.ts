import { type PrintHistoryFilter, printHistoryFilterSchema } from '#core/contract/printHistory.ts';

/** The filter as the address keeps it; what can't be read there is left out. */
export function historyOfSearch(search: Record<string, unknown>): PrintHistoryFilter {
  const filter: PrintHistoryFilter = {};
  for (const [key, value] of Object.entries(search)) {
    const one = printHistoryFilterSchema.safeParse({ [key]: value });
    if (one.success) Object.assign(filter, one.data);
  }
  return filter;
}

/** The filter with one part changed; undefined takes the part out. */
export function withChange(
  filter: PrintHistoryFilter,
  change: { [Key in keyof PrintHistoryFilter]?: PrintHistoryFilter[Key] | undefined },
): PrintHistoryFilter {
  return Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined));
}

/** Whether the last day lies before the first: nothing could fit. */
export function isBackwards({ from, to }: PrintHistoryFilter): boolean {
  return from !== undefined && to !== undefined && to < from;
}
