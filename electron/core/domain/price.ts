import type { ProgramAnswers } from './answers.ts';
import { formatDate } from './dates.ts';
import { NO_BREAK } from './doseWords.ts';
import { fill, type Labels } from './labels.ts';

export type Price = NonNullable<ProgramAnswers['price']>;

/** What a price says: nothing, an amount that has no date yet, a date alone, or enough to be printed. */
export type PriceState = 'none' | 'needsDate' | 'needsAmount' | 'printable';

/** How far a price is filled in. An amount without its date is out of date unseen, so it isn't printed. */
export function priceState({ strip, inAll, date }: Price = {}): PriceState {
  const amount = strip !== undefined || inAll !== undefined;
  if (date === undefined) return amount ? 'needsDate' : 'none';
  return amount ? 'printable' : 'needsAmount';
}

/** "₹ 640", "₹ 62.50", "₹ 1,23,456": Latin digits in Indian groups, paise as two digits or not at all, never split. */
export function rupees(amount: number): string {
  const [whole = '', paise] = amount.toFixed(2).split('.');
  const grouped = whole.replace(/(\d)(?=(?:\d{2})*\d{3}$)/g, '$1,');
  return `₹${NO_BREAK}${grouped}${paise === '00' ? '' : `.${paise}`}`;
}

/** The price as the paper says it; undefined unless it is printable, and then the pack's own words stand. */
export function pricePrinted(price: Price | undefined, labels: Labels): string | undefined {
  if (price?.date === undefined) return undefined;
  const { both, stripOnly, allOnly } = labels.options.price;
  const { strip, inAll } = price;
  const date = formatDate(price.date, labels);
  if (strip !== undefined && inAll !== undefined) return fill(both, { strip: rupees(strip), all: rupees(inAll), date });
  if (strip !== undefined) return fill(stripOnly, { strip: rupees(strip), date });
  return inAll === undefined ? undefined : fill(allOnly, { all: rupees(inAll), date });
}
