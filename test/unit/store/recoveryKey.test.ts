import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecoveryKey, newRecoverySecret, readRecoveryKey } from '#backend/store/recoveryKey.ts';

const secret = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes));
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a printed key reads back as the same 160 bits, however it is typed', () => {
  expect(formatRecoveryKey(newRecoverySecret())).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
  fc.assert(
    fc.property(secret, (bytes) => {
      const printed = formatRecoveryKey(bytes);
      const asTyped = [
        printed,
        printed.toLowerCase(),
        printed.replaceAll('-', ''),
        printed.replaceAll('-', ' – '),
        printed.replaceAll('0', 'o').replaceAll('1', 'I'),
        ` ${printed.replaceAll('1', 'l')}\n`,
      ];
      for (const typed of asTyped) expect(readRecoveryKey(typed)).toEqual({ ok: true, secret: bytes });
    }),
  );
});

test('one wrong letter is found, and its group is named', () => {
  fc.assert(
    fc.property(secret, fc.nat(39), fc.integer({ min: 1, max: 31 }), (bytes, at, step) => {
      const letters = [...formatRecoveryKey(bytes).replaceAll('-', '')];
      letters[at] = SYMBOLS.charAt((SYMBOLS.indexOf(letters[at] ?? '') + step) % 32);
      const reading = readRecoveryKey(letters.join(''));
      expect(reading).toMatchObject({ ok: false, message: expect.stringContaining(`Group ${Math.floor(at / 5) + 1} of 8`) });
    }),
  );
});

test('two neighbours swapped and two groups swapped are found', () => {
  fc.assert(
    fc.property(secret, fc.nat(38), fc.nat(6), (bytes, at, group) => {
      const printed = formatRecoveryKey(bytes);
      const letters = [...printed.replaceAll('-', '')];
      [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
      if (at % 5 < 4 && letters[at] !== letters[at + 1]) expect(readRecoveryKey(letters.join('')).ok).toBe(false);
      const groups = printed.split('-');
      [groups[group], groups[group + 1]] = [groups[group + 1] ?? '', groups[group] ?? ''];
      expect(readRecoveryKey(groups.join('-')).ok).toBe(false);
    }),
  );
});

test('a key that is too short or holds a strange sign says so', () => {
  const printed = formatRecoveryKey(Buffer.alloc(20, 7));
  expect(readRecoveryKey(printed.slice(0, -1))).toMatchObject({ ok: false, message: expect.stringContaining('39 were typed') });
  expect(readRecoveryKey(`U${printed.slice(1)}`)).toMatchObject({ ok: false, message: expect.stringContaining('never in one') });
});
