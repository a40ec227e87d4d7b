import type { AuditFilter } from '#core/contract/audit.ts';
import { auditFilterSchema } from '#core/contract/audit.ts';

/** The filter as the address keeps it; what can't be read there is left out. */
export function filterOfSearch(search: Record<string, unknown>): AuditFilter {
  const filter: AuditFilter = {};
  for (const [key, value] of Object.entries(search)) {
    const one = auditFilterSchema.safeParse({ [key]: value });
    if (one.success) Object.assign(filter, one.data);
  }
  return filter;
}

/** The filter with one part changed; undefined takes the part out. */
export function changed(filter: AuditFilter, change: { [Key in keyof AuditFilter]?: AuditFilter[Key] | undefined }): AuditFilter {
  return Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined));
}

/** Whether the last day lies before the first: nothing could fit. */
export function isBackwards({ from, to }: AuditFilter): boolean {
  return from !== undefined && to !== undefined && to < from;
}
