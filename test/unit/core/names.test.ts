import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '#core/domain/editDistance.ts';
import { nameSounds, romanized, wordSound } from '#core/domain/nameSound.ts';
import { nameKey, nameWords } from '#core/domain/names.ts';
import { sharedNames, similarNames, tellingWords } from '#core/domain/similarNames.ts';
import { FAMILY, GIVEN, MEN } from '../../../electron/cli/seedNames.ts';

const NAMES = [...GIVEN, ...FAMILY, ...MEN];
const sound = (word: string) => wordSound(nameKey(word));

test('names of women, men and families sound the same in both scripts, or differ by one letter where the spelling does', () => {
  expect(new Set(NAMES.map(([latin]) => latin)).size).toBeGreaterThan(250);
  const unlike = NAMES.filter(([latin, devanagari]) => sound(latin) !== sound(devanagari));
  expect(unlike.filter(([latin, devanagari]) => editDistance(sound(latin), sound(devanagari)) > 1)).toEqual([]);
  // Spelt with a vowel that the other script doesn't have: Verma is वर्मा (Varma).
  expect(unlike.map(([latin]) => latin).sort()).toEqual(['Begum', 'Kulwinder', 'Mythili', 'Rajwinder', 'Rathore', 'Siddiqui', 'Verma']);
});

test('most names of the list have a sound of their own', () => {
  const women = GIVEN.map(([latin]) => latin);
  const sounds = new Set(women.map(sound));
  expect(sounds.size).toBeGreaterThan(women.length * 0.95);
});

test.each([
  ['Sunita', 'Suneeta', 'Sunitha', 'SUNITAA', 'सुनीता', 'सुनिता'],
  ['Lakshmi', 'Laxmi', 'Laksmi', 'लक्ष्मी'],
  ['Geeta', 'Gita', 'गीता'],
  ['Kamla', 'Kamala', 'कमला'],
  ['Shweta', 'Sweta', 'श्वेता'],
  ['Chaudhary', 'Choudhari', 'Chowdhary', 'चौधरी'],
  ['Wahida', 'Vahida', 'वहीदा'],
  ['Zeenat', 'Jinat', 'ज़ीनत', 'जीनत'],
  ['Gyan', 'ज्ञान'],
  ['Singh', 'Sing', 'सिंह', 'सिंघ'],
  ['Shaikh', 'Sheikh', 'Shekh', 'शेख'],
])('%s is one name in all its spellings: %s %s', (...spellings) => {
  expect(new Set(spellings.map(sound))).toEqual(new Set([sound(spellings[0])]));
});

test('names that differ in more than spelling don’t sound the same', () => {
  for (const [one, other] of [
    ['Sunita', 'Anita'],
    ['Rita', 'Radha'],
    ['Meena', 'Mona'],
    ['Rajesh', 'Joshi'],
    ['कमला', 'विमला'],
  ] as const)
    expect(sound(one)).not.toBe(sound(other));
  expect(nameKey('की')).not.toBe(nameKey('कि'));
  expect(romanized('जयंती')).toBe('jayantii');
});

test('any text gives keys, and the same ones again from its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      for (const word of nameWords(text)) expect(typeof wordSound(word)).toBe('string');
      expect(nameSounds(text)).toHaveLength(nameWords(text).length);
    }),
  );
});

test('same and similar names, in any order and either script', () => {
  expect(similarNames('Sunita Devi', 'SUNITA DEVI')).toBe('same');
  expect(similarNames('Sunita Devi', 'Devi Suneetha')).toBe('same');
  expect(similarNames('Sunita Devi', 'सुनीता देवी')).toBe('same');
  expect(similarNames('Sunita', 'Sunita Devi')).toBe('similar');
  expect(similarNames('Sunita Devi', 'Sunila Devi')).toBe('similar');
  expect(similarNames('Rekha Sharma', 'Rekha Shrma')).toBe('same');
  expect(similarNames('Sunita Sharma', 'Anita Sharma')).toBeNull();
  expect(similarNames('Sunita Sharma', 'Sunita Verma')).toBeNull();
  expect(similarNames('Sunita Sharma', 'Sunita')).toBeNull();
  expect(similarNames('Devi', 'Sunita Devi')).toBeNull();
  expect(similarNames('Uma', 'Ila')).toBeNull();
  expect(similarNames('', 'Sunita')).toBeNull();
  expect(tellingWords('Sunita Devi')).toEqual(['sunita']);
  expect(tellingWords('Devi')).toEqual(['devi']);
});

test('whether two names are alike doesn’t depend on which comes first', () => {
  const name = fc
    .tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY), fc.nat(1))
    .map(([a, b, script]) => `${a[script]} ${b[script]}`);
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(similarNames(one, other)).toBe(similarNames(other, one));
    }),
  );
});

test('who shares a name in a list is marked, nobody else', () => {
  const people = ['Sunita Devi', 'Fatima Begum', 'सुनीता देवी', 'Rekha', 'Sunita'].map((name, at) => ({ id: String(at), name }));
  expect([...sharedNames(people)].sort()).toEqual([
    ['0', 'same'],
    ['2', 'same'],
    ['4', 'similar'],
  ]);
});
