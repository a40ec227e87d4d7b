import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;

/** Any stored value as words, to tell two of them apart: the fields of an answer one after the other. */
export function valueWords(value: unknown, t: Translate): string {
  if (value === null || value === undefined) return t('save.conflict.none');
  if (typeof value === 'boolean') return value ? t('ask.yes') : t('ask.no');
  if (typeof value === 'string') return CIVIL.test(value) ? dateText(value, { weekday: true }) : value;
  if (Array.isArray(value)) return value.map((each) => valueWords(each, t)).join('; ');
  if (typeof value === 'object')
    return Object.values(value)
      .map((each) => valueWords(each, t))
      .join(', ');
  return String(value);
}
