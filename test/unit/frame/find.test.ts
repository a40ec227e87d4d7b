import { expect, test } from 'vitest';
import { findTrouble } from '../../../renderer/screens/desk/findState.ts';

test.each([
  ['4', 'fewDigits'],
  ['+9 ', 'fewDigits'],
  ['४८', 'fewDigits'],
  ['482', null],
  ['+91 98450 12345', null],
  ['9845 0123 4598 4501', 'manyDigits'],
  ['??', 'noWord'],
  ['P-4', null],
  ['सुनीता', null],
])('where nobody is found by %s, the desk says what to type: %s', (typed, trouble) => {
  expect(findTrouble(typed)).toBe(trouble);
});
