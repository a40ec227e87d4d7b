import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn } from '#core/domain/age.ts';
import { phoneEnd, phoneText, readPhone } from '#core/domain/phone.ts';

const read = (text: string) => {
  const reading = readPhone(text);
  return reading.ok ? reading.phone : reading.message;
};

test.each([
  '9876543210',
  '98765 43210',
  '098765 43210',
  '+91 98765 43210',
  '+91-98765-43210',
  '91 98765 43210',
  '0091 98765 43210',
  '+91 (0) 98765 43210',
  '९८७६५ ४३२१०',
  '+९१ ९८७६५४३२१०',
])('%s is kept as ten digits', (text) => {
  expect(read(text)).toBe('9876543210');
});

test('a landline is kept with its area code, a number of another country with its own', () => {
  expect(read('011 2345 6789')).toBe('1123456789');
  expect(read('+977 98 1234 5678')).toBe('+9779812345678');
  expect(read('00977 9812345678')).toBe('+9779812345678');
});

test('a number that can’t be rung says what is wrong', () => {
  expect(read('98765 4321')).toBe('1 digit is missing: a number has ten digits, on a landline with its area code.');
  expect(read('2345 6789')).toContain('2 digits are missing');
  expect(read('98765 432101')).toContain('1 digit too many');
  expect(read('0000012345')).toContain('No number has a 0 there');
  expect(read('98765 call')).toContain('digits only');
  expect(read('+1')).toContain('whole number after the +');
  expect(read('')).toContain('digits only');
});

test('a number that is kept is read the same again, and shown in two groups', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }), (number) => {
      expect(read(String(number))).toBe(String(number));
      expect(read(phoneText(String(number)))).toBe(String(number));
      expect(read(`+91 ${number}`)).toBe(String(number));
    }),
  );
  expect(phoneText('9876543210')).toBe('98765 43210');
  expect(phoneText('+9779812345678')).toBe('+9779812345678');
  expect(phoneText('as it was written')).toBe('as it was written');
  expect(phoneEnd('98765 43210')).toBe('3210');
});

test('an age is as told for a year, and only about right after that; a birthday is never made up', () => {
  const told = { kind: 'told', years: 32, toldOn: '2025-11-22' } as const;
  expect(ageOn(told, '2025-11-22')).toEqual({ years: 32, about: false });
  expect(ageOn(told, '2026-11-21')).toEqual({ years: 32, about: false });
  expect(ageOn(told, '2026-11-22')).toEqual({ years: 33, about: true });
  expect(ageOn(told, '2029-01-01')).toEqual({ years: 35, about: true });
  expect(ageOn(told, '2020-01-01')).toEqual({ years: 32, about: false });
  expect(ageOn({ kind: 'born', bornOn: '1994-02-28' }, '2026-02-27')).toEqual({ years: 31, about: false });
  expect(ageOn({ kind: 'born', bornOn: '1994-02-28' }, '2026-02-28')).toEqual({ years: 32, about: false });
});
