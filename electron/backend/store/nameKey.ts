/** Letters that Unicode doesn't take apart into a base and a mark. */
const PLAIN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Devanagari digits as 0–9; every other character as it is. */
export function plainDigits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

/**
 * A name as it is searched: composed, lower case, Latin letters without their marks, Devanagari with all of its own,
 * digits as 0–9, single spaces.
 */
export function nameKey(name: string): string {
  const bare = name
    .normalize('NFD')
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
  return plainDigits(bare)
    .replace(/[łøđßæœı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\u200c\u200d]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a name or of what was typed into the search, as the index knows them. */
export function nameWords(text: string): string[] {
  return nameKey(text).match(WORD) ?? [];
}

/** Spellings of one sound in Latin letters, in the order in which they are read. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ksh|x/g, 'ks'],
  [/ch/g, 'č'],
  [/c|q/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 'j'],
  [/([bdgjkst])h/g, '$1'],
];

function soundOfWord(word: string): string {
  const latin = SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);
  const [first = '', ...rest] = latin.replace(/\p{M}/gu, '').replace(/[\u0904-\u0914]/g, 'अ');
  const tail = rest.join('').replace(/[aeiouyhअ]/g, '');
  return `${first.replace(/[aeiouy]/, 'a')}${tail}`.replace(/(.)\1+/gu, '$1');
}

/**
 * What a name sounds like, roughly: its consonants, in any order of the words. Sunita and Sunitha, Lakshmi and Laxmi,
 * राजेश and राजेष differ in letters only. Equal sounds ask for a second look; they don't mean the same person.
 */
export function nameSound(name: string): string {
  return nameWords(name)
    .map((word) => soundOfWord(word).replace(/[शष]/g, 'स'))
    .sort()
    .join(' ');
}

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
