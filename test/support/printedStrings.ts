import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { en } from '../../renderer/text/en.ts';

const root = join(import.meta.dirname, '../..');

/** What a file of words says to its authors. */
const NOTES = new Set(['of', 'otherwise', 'translatedBy', 'approvedBy']);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOTES.has(key) ? [] : stringsIn(part)));
}

/** Every string of packs, labels of the paper and interface, in every language that is there. */
export function printedStrings(): string[] {
  const files = globSync(['templates/packs/*/text/*.yaml', 'templates/*/text/*.yaml'], { cwd: root }).sort();
  const ofFiles = files.flatMap((file) => stringsIn(parse(readFileSync(join(root, file), 'utf8'))));
  return [...new Set([...ofFiles, ...Object.values(en)])].filter((text) => text.trim() !== '');
}
