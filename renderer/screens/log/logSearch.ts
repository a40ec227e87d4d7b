import { type AuditFilter, auditFilterSchema } from '#core/contract/audit.ts';
import { filterOfSearch } from '../rows/rowFilter.ts';

/** The filter of the log as the address keeps it. */
export const logOfSearch = (search: Record<string, unknown>): AuditFilter => filterOfSearch(auditFilterSchema, search);
