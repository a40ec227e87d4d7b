import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Visit } from '#core/domain/visit.ts';

export const VISITS_DIR = join(import.meta.dirname, '../fixtures/visits');

/** What `patch` says instead of `base`: objects field by field, null takes a field away (RFC 7396). */
function merged(base: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Record<string, unknown> = typeof base === 'object' && base !== null && !Array.isArray(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

/** The visits of `test/fixtures/visits`, by name: each file holds how its visit differs from the example. */
export function visitFixtures(sample: Visit): { name: string; visit: Visit }[] {
  return readdirSync(VISITS_DIR)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      name: basename(file, '.yaml'),
      visit: merged(sample, parse(readFileSync(join(VISITS_DIR, file), 'utf8'))) as Visit,
    }));
}
