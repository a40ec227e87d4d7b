import { plainDigits } from '#core/domain/names.ts';

/** Digits of the end of a phone number from which on it is looked for. */
const LEAST_DIGITS = 3;
/** No number of any country is longer. */
const MOST_DIGITS = 15;

/** What is wrong with what was typed, where nobody was found by it; null: nothing, there is nobody. */
export function findTrouble(typed: string): 'fewDigits' | 'manyDigits' | 'noWord' | null {
  const plain = plainDigits(typed);
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'noWord';
  const digits = plain.replace(/[\s()+./-]/g, '');
  if (!/^\d+$/.test(digits)) return null;
  if (digits.length < LEAST_DIGITS) return 'fewDigits';
  return digits.length > MOST_DIGITS ? 'manyDigits' : null;
}
