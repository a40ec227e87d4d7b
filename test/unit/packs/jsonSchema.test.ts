import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { packJsonSchema, SCHEMA_FOLDER, SCHEMA_KINDS, schemaFile, schemaText } from '#backend/packs/packJsonSchema.ts';
import { packsDir } from './packFolder.ts';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every property anywhere in a schema, with its path. */
function properties(node: unknown, path: string): { path: string; schema: Node }[] {
  if (!isNode(node)) return [];
  const own = isNode(node.properties) ? Object.entries(node.properties) : [];
  return [
    ...own.flatMap(([key, schema]) => (isNode(schema) ? [{ path: `${path}.${key}`, schema }] : [])),
    ...Object.entries(node).flatMap(([key, inner]) => properties(inner, `${path}.${key}`)),
  ];
}

function kindOf(file: string) {
  if (file === 'names.yaml') return 'names';
  return /[\\/]text[\\/]/.test(file) ? 'text' : 'pack';
}

const yamlFiles = readdirSync(packsDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

describe('The JSON Schema of a pack', () => {
  test.each(SCHEMA_KINDS)('of kind %s that stands beside the packs is up to date', (kind) => {
    const committed = readFileSync(join(packsDir, SCHEMA_FOLDER, schemaFile(kind)), 'utf8');
    expect(committed, 'Write it again: npm run packs -- schema --out templates/packs/schema').toBe(schemaText(kind));
  });

  test.each(SCHEMA_KINDS)('of kind %s tells an author what each field is for', (kind) => {
    const schema = packJsonSchema(kind);
    const found = properties(schema, kind);
    const rule = isNode(schema.$defs) ? schema.$defs.rule : undefined;
    const isDescribed = (node: Node) => {
      const target = node.$ref === '#/$defs/rule' ? rule : node;
      return isNode(target) && typeof target.description === 'string' && target.description.length > 10;
    };
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((each) => !isDescribed(each.schema)).map((each) => each.path)).toEqual([]);
  });

  test('knows every key of a pack, asks for none of them in all files, and refuses others', () => {
    const schema = packJsonSchema('pack');
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(['format', 'facts', 'questions', 'protocol', 'medicines', 'cases']),
    );
    expect(schema.required).toBeUndefined();
    expect(schema.additionalProperties).toBe(false);
    expect(JSON.stringify(schema)).toContain('"enum":["clinic","label","study","guideline","law"]');
  });

  test.each(yamlFiles)('takes %s as it is', (file) => {
    const schema = z.fromJSONSchema(packJsonSchema(kindOf(file)) as z.core.JSONSchema.JSONSchema);
    expect(schema.safeParse(parse(readFileSync(join(packsDir, file), 'utf8'))).error?.issues).toBeUndefined();
  });

  test.each([
    [{ facts: [{ id: 'A1', kind: 'rumour', says: 'x', source: 'y' }] }],
    [{ facts: [{ id: 'A1', kind: 'clinic', says: 'x' }] }],
    [{ fact: [] }],
    [{ questions: [{ id: 'q', type: 'maybe' }] }],
    [{ rules: [{ id: 'r', rule: { question: 'q', equals: true } }] }],
    [{ medicines: { groups: [{ id: 'g', facts: ['L8'], about: 'medicine', generics: ['aspirin'] }] } }],
    [{ reviewBy: 'soon' }],
  ])('shows an author the error in %j', (file) => {
    const schema = z.fromJSONSchema(packJsonSchema('pack') as z.core.JSONSchema.JSONSchema);
    expect(schema.safeParse(file).success).toBe(false);
  });

  test.each(yamlFiles)('is named on the first line of %s, where an editor looks for it', (file) => {
    const [first = ''] = readFileSync(join(packsDir, file), 'utf8').split('\n');
    const named = first.match(/^# yaml-language-server: \$schema=(.+)$/)?.[1] ?? '';
    expect(resolve(packsDir, dirname(file), named)).toBe(join(packsDir, SCHEMA_FOLDER, schemaFile(kindOf(file))));
  });
});
