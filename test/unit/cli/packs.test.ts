import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packsCommand } from '../../../electron/cli/packsCommand.ts';
import { captured } from './captured.ts';

describe('packs check', () => {
  test('says that the shipped topics are sound', async () => {
    const { io, out } = captured();
    expect(await packsCommand(['check'], io)).toBe(0);
    expect(out().toString()).toMatch(/^tacrolimus-fertility 1\.0: sound/m);
  });

  test('names a fault as file:line and gives exit code 1', async () => {
    const { io, out } = captured();
    const file = join(io.resourcesDir, 'packs/tacrolimus-fertility/questions.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('{ question: immuneSigns, is: true }', '{ question: immuneSign, is: true }'));
    expect(await packsCommand(['check'], io)).toBe(1);
    expect(out().toString()).toMatch(/^tacrolimus-fertility\/questions\.yaml:\d+: Name a question of this pack: there is no “immuneSign”/);
  });

  test('names a list of names that is too long', async () => {
    const { io, out } = captured();
    const names = Array.from({ length: 61 }, (_, i) => `  - name${i}`).join('\n');
    writeFileSync(join(io.resourcesDir, 'packs/names.yaml'), `en:\n${names}\n`);
    expect(await packsCommand(['check'], io)).toBe(1);
    expect(out().toString()).toMatch(/^names\.yaml:1: /);
  });
});

describe('packs facts', () => {
  test('prints each fact beside the sentences that rest on it', async () => {
    const { io, out } = captured();
    expect(await packsCommand(['facts'], io)).toBe(0);
    const blocks = out().toString().split('\n\n');
    const block = (id: string) => blocks.find((text) => text.startsWith(`${id} (`)) ?? '';
    expect(block('A2')).toContain('en alternative.dose-1: 1 mg a day, the usual dose');
    expect(block('D2')).toContain('never told or printed');
    expect(block('D2').split('\n')).toHaveLength(2);
    const start = blocks.indexOf('tacrolimus-fertility 1.0: 89 facts');
    expect(blocks.slice(start + 1, start + 90).every((text) => /^[A-Z]\d+ \(/.test(text))).toBe(true);
  });
});

describe('packs rules', () => {
  test('reads each criterion and rule out as a sentence', async () => {
    const { io, out } = captured();
    expect(await packsCommand(['rules'], io)).toBe(0);
    const said = out().toString();
    expect(said).toContain('tacrolimus-fertility, criterion C2 (C2)\n');
    expect(said).toContain('en when: “How many IVF cycles have failed?” is 2 or more and “Were the embryos of good quality?” is yes.');
    expect(said).toContain('tacrolimus-fertility, criterion T1 (T1)');
    expect(said).not.toMatch(/undefined|NaN/);
  });
});

describe('packs schema', () => {
  test.each([[[]], [['pack']], [['text']], [['names']]])('prints the schema of a file: %j', async (kind) => {
    const { io, out } = captured();
    expect(await packsCommand(['schema', ...kind], io)).toBe(0);
    expect(JSON.parse(out().toString())).toMatchObject({ type: 'object', title: expect.any(String) });
  });

  test('writes all schemas into a folder', async () => {
    const { io } = captured();
    const folder = join(io.resourcesDir, 'new/schema');
    expect(await packsCommand(['schema', '--out', folder], io)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['names.schema.json', 'pack.schema.json', 'text.schema.json']);
  });

  test('says what is wrong with the folder', async () => {
    const { io, errors } = captured();
    const file = join(io.resourcesDir, 'packs/names.yaml');
    expect(await packsCommand(['schema', '--out', file], io)).toBe(2);
    expect(errors).toEqual([expect.stringMatching(/^--out: The schemas can’t be written: /)]);
  });
});

test.each([
  [[]],
  [['chek']],
  [['schema', 'pdf']],
  [['rules', '--out', 'x']],
  [['check', 'facts']],
  [['check', '--colour']],
  [['check', '--dir', '/nowhere']],
])('packs %j says what it can do and gives exit code 2', async (args) => {
  const { io, errors } = captured();
  expect(await packsCommand(args, io)).toBe(2);
  expect(errors.length).toBeGreaterThan(0);
});
