import { describe, expect, test } from 'vitest';
import { readingGrade, syllablesOf } from '#backend/packs/readingGrade.ts';
import { sentencesOf, wordsOf } from '#backend/packs/sentences.ts';

describe('The reading grade', () => {
  test.each([
    ['the', 1],
    ['side', 1],
    ['used', 1],
    ['cause', 1],
    ['table', 2],
    ['treated', 2],
    ['system', 2],
    ['being', 2],
    ['carriage', 2],
    ['special', 2],
    ['social', 2],
    ['medicine', 3],
    ['pregnancy', 3],
    ['infections', 3],
    ['miscarriages', 4],
    ['infertility', 5],
    ['16', 1],
  ])('counts the syllables of “%s”', (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });

  test('is that of Flesch and Kincaid', () => {
    // 6 words and 6 syllables in one sentence: 0.39 × 6 + 11.8 × 1 − 15.59.
    expect(readingGrade(['The cat sat on the mat.'], new Set())?.grade).toBeCloseTo(-1.45, 5);
  });

  test('rises with long words and leaves names out', () => {
    const text = ['She takes tacrolimus.'];
    const plain = readingGrade(text, new Set(['tacrolimus']))?.grade ?? 0;
    expect(readingGrade(text, new Set())?.grade).toBeGreaterThan(plain + 5);
  });

  test('takes a number, a date and a dose as parts of one sentence', () => {
    expect(sentencesOf('Take 0.5 mg on 05-Dec-2026. Then *call.* Is it so? “Yes.” Good.')).toEqual([
      'Take 0.5 mg on 05-Dec-2026.',
      'Then call.',
      'Is it so?',
      '“Yes.”',
      'Good.',
    ]);
    expect(wordsOf('1–2 mg a day – or 1 mg.')).toEqual(['1–2', 'mg', 'a', 'day', 'or', '1', 'mg.']);
  });
});
