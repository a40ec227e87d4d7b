import { nameKey, plainDigits } from '#core/domain/names.ts';

/** A record number as it is compared: `A 12/3` and `a12/3` are one. */
export function recordKey(recordNumber: string): string {
  return nameKey(recordNumber).replace(/\s/g, '');
}

/** The digits of a phone number from the last to the first, so that its end is the beginning of an index entry. */
export function reversedPhone(phone: string): string {
  return [...plainDigits(phone).replace(/\D/g, '')].reverse().join('');
}

/** The same for the end of a number typed into the search: at least three digits and nothing else; otherwise null. */
export function reversedPhoneEnd(text: string): string | null {
  const plain = plainDigits(text).trim();
  if (!/^\+?[\d\s()-]+$/.test(plain)) return null;
  const digits = reversedPhone(plain).slice(0, 10);
  return digits.length >= 3 ? digits : null;
}
