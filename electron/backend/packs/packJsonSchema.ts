import * as z from 'zod';
import { packSchema, packTextSchema } from '#core/domain/pack.ts';
import { namesSchema } from './names.ts';

/** The kinds of YAML files beside and inside a pack. */
export const SCHEMA_KINDS = ['pack', 'text', 'names'] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** The folder beside the packs that holds the schemas as files; it is no pack. */
export const SCHEMA_FOLDER = 'schema';

/** The file of a schema, as the first line of a YAML file names it. */
export function schemaFile(kind: SchemaKind): string {
  return `${kind}.schema.json`;
}

/** Any top-level key of a pack may stand in any of its files, so none is asked for in all of them. */
const packFileSchema = packSchema.omit({ texts: true }).partial();

const SCHEMAS: Record<SchemaKind, { schema: z.ZodType; title: string }> = {
  pack: { schema: packFileSchema, title: 'A file of a topic pack' },
  text: { schema: packTextSchema, title: 'The words of a topic pack in one language' },
  names: { schema: namesSchema, title: 'Names that the reading grade leaves out' },
};

/**
 * The JSON Schema of a kind of file, for completion, hints and errors in an editor. It is generated from the schemas that
 * load a pack; what only a whole pack can tell (unknown ids, missing texts, reading grade) is said by `packs -- check`.
 */
export function packJsonSchema(kind: SchemaKind): Record<string, unknown> {
  const { schema, title } = SCHEMAS[kind];
  return { ...z.toJSONSchema(schema, { io: 'input' }), title };
}

const LINE_WIDTH = 140;

/** JSON laid out as the formatter of this repository does: short lists on one line. */
function layOut(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  if (isList) {
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    if (value.every((each) => typeof each !== 'object') && before + line.length < LINE_WIDTH) return line;
  }
  const parts = isList
    ? value.map((each) => layOut(each, inner, inner.length))
    : Object.entries(value).map(([key, each]) => `"${key}": ${layOut(each, inner, inner.length + key.length + 4)}`);
  const [open, close] = isList ? '[]' : '{}';
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

/** The same as the text of its file. */
export function schemaText(kind: SchemaKind): string {
  return `${layOut(packJsonSchema(kind), '', 0)}\n`;
}
