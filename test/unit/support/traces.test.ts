import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow, needlesOf, tracesIn } from '../../support/traces.ts';

function folderWith(name: string, content: Buffer | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-traces-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return folder;
}
const found = (folder: string, text: string) =>
  tracesIn(filesBelow(folder), needlesOf('it', text)).map((trace) => trace.replace(`${folder}/`, ''));

const text = 'Zqxv राजेश';
const utf16 = Buffer.from(text, 'utf16le');
const written: [how: string, content: Buffer | string, what: string][] = [
  ['UTF-8', `a${text}b`, 'it in UTF-8'],
  ['UTF-16LE', Buffer.concat([Buffer.from('a'), utf16]), 'it in UTF-16LE'],
  ['UTF-16BE', Buffer.from(utf16).swap16(), 'it in UTF-16BE'],
  ['an address', `x?q=${encodeURIComponent(text)}`, 'it percent-encoded'],
  ['base64', Buffer.from(`1${text}2`).toString('base64'), 'it in UTF-8, base64'],
  ['base64, another offset', Buffer.from(`12${text}2`).toString('base64'), 'it in UTF-8, base64'],
  ['the border of two pieces of a big file', Buffer.concat([Buffer.alloc(4 * 2 ** 20 - 3), Buffer.from(text)]), 'it in UTF-8'],
];
test.each(written)('a text is found as %s', (_how, content, what) => {
  expect(found(folderWith('file', content), text)).toContain(`file: ${what}`);
});

test('a text is found in the name of a file, and not where it isn’t', () => {
  expect(found(folderWith('Zqxv.pdf', 'empty'), 'Zqxv')).toEqual(['Zqxv.pdf: it in UTF-8, in its name']);
  expect(found(folderWith('file', 'Zqx v'), 'Zqxv')).toEqual([]);
});
