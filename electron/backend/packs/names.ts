import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { PackFault } from './packs.ts';
import { schemaFaults } from './schemaFaults.ts';
import { readYaml } from './yamlFile.ts';

const FILE = 'names.yaml';
/** The file of names. */
export const namesSchema = z.strictObject({
  en: z.array(z.string()).max(60).describe('English names of medicines, tests and conditions, and proper names; at most 60'),
});

/** Names that the reading grade leaves out, in small letters. Without the file there are none. */
export async function loadNames(packsDir: string): Promise<{ names: ReadonlySet<string>; faults: PackFault[] }> {
  let source: string;
  try {
    source = await readFile(join(packsDir, FILE), 'utf8');
  } catch {
    return { names: new Set(), faults: [] };
  }
  const file = readYaml(FILE, source);
  const parsed = namesSchema.safeParse(file.data, { reportInput: true });
  if (file.faults.length > 0) return { names: new Set(), faults: file.faults };
  if (parsed.success) return { names: new Set(parsed.data.en.map((name) => name.toLowerCase())), faults: [] };
  const faults = schemaFaults(parsed.error.issues).map(({ path, message }) => ({ file: FILE, line: file.lineOf(path), message }));
  return { names: new Set(), faults };
}
