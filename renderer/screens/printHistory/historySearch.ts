import { type PrintHistoryFilter, printHistoryFilterSchema } from '#core/contract/printHistory.ts';
import { filterOfSearch } from '../rows/rowFilter.ts';

/** The filter of the print history as the address keeps it. */
export const historyOfSearch = (search: Record<string, unknown>): PrintHistoryFilter => filterOfSearch(printHistoryFilterSchema, search);
