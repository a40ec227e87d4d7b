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

/** The words of a name or of what was typed into the search, as they are compared. */
export function nameWords(text: string): string[] {
  return nameKey(text).match(WORD) ?? [];
}
