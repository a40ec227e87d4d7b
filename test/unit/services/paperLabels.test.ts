import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { Paper } from '#backend/services/paper.ts';

const textDir = join(import.meta.dirname, '../../../templates/handout/text');

test('the labels of the paper are read once for all its drafts, and again where they could not be read', async () => {
  const asked: string[] = [];
  let readable = false;
  const paper = new Paper((language) => {
    asked.push(language);
    return readable ? loadLabels(textDir, language) : Promise.reject(new Error('The file is not there.'));
  });
  await expect(paper.labels('en')).rejects.toThrow('not there');
  readable = true;
  const [first, second] = await Promise.all([paper.labels('en'), paper.labels('en')]);
  expect(first.language).toBe('en');
  expect(await paper.labels('en')).toBe(first);
  expect(second).toBe(first);
  expect((await paper.labels('hi')).language).toBe('hi');
  expect(asked).toEqual(['en', 'en', 'hi']);
});
