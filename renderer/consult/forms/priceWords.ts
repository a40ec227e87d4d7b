import { type Price, rupees } from '#core/domain/price.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';

/** The price as it will be printed, in words; undefined while there is no amount or no date. */
export function priceWords({ strip, inAll, date: day }: Price = {}, t: Translate): string | undefined {
  if (day === undefined) return undefined;
  const date = dateText(day);
  if (strip !== undefined && inAll !== undefined) return t('price.both', { strip: rupees(strip), all: rupees(inAll), date });
  if (strip !== undefined) return t('price.stripOnly', { strip: rupees(strip), date });
  return inAll === undefined ? undefined : t('price.allOnly', { all: rupees(inAll), date });
}
