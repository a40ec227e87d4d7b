import { expect, test } from 'vitest';
import { changesOf, type PageWords, UNREAD } from '../../../renderer/consult/paper/changes.ts';

/** A page with a line for each text. */
const page = (...texts: string[]): PageWords => ({
  items: texts.map((text, line) => ({ text, x: 50, y: 50 + line * 40, width: 200, height: 10 })),
  text: texts.join(' '),
});
const framed = (...compared: Parameters<typeof changesOf>) => changesOf(...compared).map((boxes) => boxes.length);

const before = [page('Sunita', 'one tablet'), page('Call us', 'on Monday')];

test('what a paper says anew is framed, wherever it stands; what only moved is not', () => {
  const words = [page('Sunita', 'two tablets'), page('Call us', 'one tablet', 'on Monday'), page('A third page')];
  expect(framed({ words, before })).toEqual([1, 0, 1]);
});

test('of the first paper nothing is framed', () => {
  expect(framed({ words: before, before: null })).toEqual([0, 0]);
});

test('a page that nobody had read is never framed as if all of it were new', () => {
  const words = [page('Sunita', 'two tablets'), page('Call us', 'on Monday')];
  expect(framed({ words, before: [page('Sunita', 'one tablet'), UNREAD] })).toEqual([1, 0]);
});

test('where one page was read alone the others are as they were', () => {
  const words = [page('Sunita', 'one tablet'), page('Call us', 'on Tuesday')];
  expect(framed({ words, before, only: 1 })).toEqual([0, 0]);
  expect(framed({ words, before, only: 2 })).toEqual([0, 1]);
});
