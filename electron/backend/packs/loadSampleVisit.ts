import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Visit, visitSchema } from '#core/domain/visit.ts';
import { schemaFaults } from './schemaFaults.ts';
import { readYaml } from './yamlFile.ts';

const sampleSchema = visitSchema.omit({ pack: true });

/** The example visit of the sample clinic: a visit without its pack reference, which depends on the pack's content. */
export type SampleVisit = Omit<Visit, 'pack'>;

/**
 * Reads `<templatesDir>/sample/visit.yaml`. Throws with file, line and what to mend when it is no sound visit.
 */
export async function loadSampleVisit(templatesDir: string): Promise<SampleVisit> {
  const file = readYaml('sample/visit.yaml', await readFile(join(templatesDir, 'sample', 'visit.yaml'), 'utf8'));
  const fault = file.faults[0];
  if (fault) throw new Error(`${fault.file}:${fault.line}: ${fault.message}`);
  const parsed = sampleSchema.safeParse(file.data, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Error(
    schemaFaults(parsed.error.issues)
      .map(({ path, message }) => `${file.file}:${file.lineOf(path)}: ${message}`)
      .join('\n'),
  );
}
