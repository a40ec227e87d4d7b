import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLabels } from '#backend/documents/loadLabels.ts';

const textDir = join(import.meta.dirname, '../../../templates/handout/text');

test('the English labels are read from their file', async () => {
  expect((await loadLabels(textDir, 'en')).furniture.pageOf).toBe('Page {page} of {pages}');
});

test('a file of labels that lacks words is refused with its name and what is missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'labels-'));
  await writeFile(join(folder, 'en.yaml'), 'language: en\n');
  await expect(loadLabels(folder, 'en')).rejects.toThrow(/en\.yaml[\s\S]*furniture/);
});
