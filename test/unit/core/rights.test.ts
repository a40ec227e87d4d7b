import { expect, test } from 'vitest';
import { tellsWhoSheWas } from '#core/domain/namesHer.ts';
import { erasableFrom } from '#core/domain/retention.ts';

test('records may be erased from the day on which the years are over', () => {
  expect(erasableFrom('2026-12-05', 10)).toBe('2036-12-05');
  expect(erasableFrom('2028-02-29', 10)).toBe('2038-03-01');
  expect(erasableFrom('2028-02-29', 4)).toBe('2032-02-29');
});

const her = { name: 'Sunita Devi', recordNumber: 'A-1042', phone: '+91 98765 44821', relative: 'Ramesh Kumar' };
test.each([
  ['Sunita asked for it', true],
  ['SUNITA  DEVI', true],
  ['record a-1042', true],
  ['call 98765-44821', true],
  ['her husband Ramesh', true],
  ['Devi temple', false],
  ['Her letter of 1 December 2026', false],
  ['Entered twice', false],
])('%s', (text, tells) => expect(tellsWhoSheWas(text, her)).toBe(tells));
