import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import { i18n } from '../../../renderer/text/i18n.ts';

const renderer = join(import.meta.dirname, '../../../renderer');
const messages = Object.entries(en);

/** The names that a compiled message takes, at every depth. */
function names(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , inner] = token;
    const deeper = inner && typeof inner === 'object' ? Object.values(inner).flatMap(names) : [];
    return typeof name === 'string' && name !== '#' ? [name, ...deeper] : deeper;
  });
}

test.each(messages)('%s is a message that can be compiled, and leaves no brace when it is filled', (id, message) => {
  const values = Object.fromEntries(names(compileMessageOrThrow(message)).map((name) => [name, 3]));
  const words = i18n._(id, values);
  expect(words).not.toMatch(/[{}#]/);
  expect(words).not.toBe(id);
});

test('no message can be compiled with an error left unseen', () => {
  expect(() => compileMessageOrThrow('{count, plural, one {#')).toThrow();
});

test('no two areas define the same id', () => {
  const files = readdirSync(join(renderer, 'text/en')).filter((name) => name.endsWith('.ts'));
  const ids = files.flatMap((name) =>
    [...readFileSync(join(renderer, 'text/en', name), 'utf8').matchAll(/^ {2}'?([\w.]+)'?:/gm)].map(([, id]) => id),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
