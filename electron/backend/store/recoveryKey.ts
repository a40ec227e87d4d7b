import { randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const READ_AS: Record<string, string> = { O: '0', I: '1', L: '1' };
const BYTES = 20;
const GROUPS = 8;
const DATA = 4;
const GROUP = DATA + 1;

export type RecoveryKeyReading = { ok: true; secret: Buffer } | { ok: false; message: string };

/** Product in GF(32) with the polynomial x⁵ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if (b & (1 << bit)) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
  return product;
}

/**
 * Check symbol of a group of four: a weighted sum over the group's number and its symbols. It catches every single
 * mistyped symbol, every swap of two neighbours and every group in the wrong place.
 */
function checkSymbol(index: number, symbols: readonly number[]): number {
  let weight = 1;
  let sum = 0;
  for (const symbol of [index, ...symbols]) {
    weight = times(weight, 2);
    sum ^= times(weight, symbol);
  }
  return sum;
}

/** 160 random bits, the secret of a recovery key. */
export function newRecoverySecret(): Buffer {
  return randomBytes(BYTES);
}

/** Writes the secret as it is printed: eight groups of four symbols and a check symbol, with hyphens. */
export function formatRecoveryKey(secret: Buffer): string {
  if (secret.length !== BYTES) throw new RangeError('A recovery secret has 20 bytes.');
  let bits = BigInt(`0x${secret.toString('hex')}`);
  const symbols: number[] = [];
  for (let i = 0; i < GROUPS * DATA; i += 1) {
    symbols.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  const groups = Array.from({ length: GROUPS }, (_, index) => {
    const data = symbols.slice(index * DATA, (index + 1) * DATA);
    return [...data, checkSymbol(index, data)].map((symbol) => ALPHABET.charAt(symbol)).join('');
  });
  return groups.join('-');
}

/**
 * Reads a recovery key as people type it: any case, O for 0, I or L for 1, with spaces, hyphens or neither. A wrong
 * group is named by its number, so that it can be compared with the paper.
 */
export function readRecoveryKey(typed: string): RecoveryKeyReading {
  const letters = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Dash}]/gu, ''),
  ].map((letter) => READ_AS[letter] ?? letter);
  const stranger = letters.find((letter) => !ALPHABET.includes(letter));
  if (stranger !== undefined)
    return { ok: false, message: 'The recovery key holds a sign that is never in one: it has only digits and letters, and no U.' };
  if (letters.length !== GROUPS * GROUP)
    return { ok: false, message: `The recovery key has ${GROUPS * GROUP} letters and digits; ${letters.length} were typed.` };
  let bits = 0n;
  for (let index = 0; index < GROUPS; index += 1) {
    const group = letters.slice(index * GROUP, (index + 1) * GROUP).map((letter) => ALPHABET.indexOf(letter));
    const data = group.slice(0, DATA);
    if (checkSymbol(index, data) !== group[DATA])
      return { ok: false, message: `Group ${index + 1} of ${GROUPS} of the recovery key has a mistake: compare it with the paper.` };
    for (const symbol of data) bits = (bits << 5n) | BigInt(symbol);
  }
  return { ok: true, secret: Buffer.from(bits.toString(16).padStart(BYTES * 2, '0'), 'hex') };
}
