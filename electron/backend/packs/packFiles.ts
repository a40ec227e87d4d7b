import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Pack, packSchema } from '#core/domain/pack.ts';
import type { PackFault } from './packs.ts';
import { schemaFaults } from './schemaFaults.ts';
import { readYaml, type YamlFile } from './yamlFile.ts';

/** Which file an author looks into for a part of the pack that is missing. */
const HOME: Record<string, string> = {
  sections: 'sections.yaml',
  facts: 'facts.yaml',
  questions: 'questions.yaml',
  criteria: 'questions.yaml',
  rules: 'questions.yaml',
  protocol: 'protocol.yaml',
  handout: 'handout.yaml',
  medicines: 'medicines.yaml',
  cases: 'cases.yaml',
  texts: 'text/en.yaml',
};

/** A pack's files merged, with a way from a path in the pack to file and line. `pack` is null when the files can't be read as one. */
export interface PackFiles {
  pack: Pack | null;
  faults: PackFault[];
  fault(path: readonly PropertyKey[], message: string): PackFault;
}

async function yamlIn(packsDir: string, folder: string): Promise<YamlFile[]> {
  const names = (await readdir(join(packsDir, folder))).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => readYaml(`${folder}/${name}`, await readFile(join(packsDir, folder, name), 'utf8'))));
}

async function textFiles(packsDir: string, folder: string): Promise<YamlFile[]> {
  try {
    return await yamlIn(packsDir, `${folder}/text`);
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads `<packsDir>/<folder>`: each `*.yaml` holds top-level keys of the pack, each key once in all of them;
 * `text/<language>.yaml` holds the words.
 */
export async function readPackFiles(packsDir: string, folder: string): Promise<PackFiles> {
  const parts = await yamlIn(packsDir, folder);
  const languages = await textFiles(packsDir, folder);
  const faults = [...parts, ...languages].flatMap((file) => file.faults);
  const owner = new Map<string, YamlFile>();
  const merged: Record<string, unknown> = { texts: {} };

  for (const part of parts) {
    if (part.faults.length) continue;
    if (!isRecord(part.data)) {
      faults.push({ file: part.file, line: null, message: 'Write “key: value” lines at the start of a line: this file holds no keys.' });
      continue;
    }
    for (const [key, value] of Object.entries(part.data)) {
      const other = key === 'texts' ? 'text/' : owner.get(key)?.file;
      if (other)
        faults.push({ file: part.file, line: part.lineOf([key]), message: `Remove “${key}” here: it already stands in ${other}.` });
      else {
        owner.set(key, part);
        merged[key] = value;
      }
    }
  }
  const byLanguage = new Map(languages.map((file) => [file.file.replace(/^.*\/|\.yaml$/g, ''), file]));
  merged.texts = Object.fromEntries(
    [...byLanguage].filter(([, file]) => !file.faults.length).map(([language, file]) => [language, file.data]),
  );

  const fault = (path: readonly PropertyKey[], message: string): PackFault => {
    const [key, ...rest] = path;
    const language = key === 'texts' ? byLanguage.get(String(rest[0])) : undefined;
    if (language) return { file: language.file, line: language.lineOf(rest.slice(1)), message };
    const file = owner.get(String(key));
    if (file) return { file: file.file, line: file.lineOf(path), message };
    return { file: `${folder}/${HOME[String(key)] ?? 'pack.yaml'}`, line: null, message };
  };
  if (faults.length) return { pack: null, faults, fault };
  const parsed = packSchema.safeParse(merged, { reportInput: true });
  if (parsed.success) return { pack: parsed.data, faults, fault };
  return { pack: null, faults: schemaFaults(parsed.error.issues).map(({ path, message }) => fault(path, message)), fault };
}
