import type { Pack } from '#core/domain/pack.ts';
import { type Problem, problemsOf } from '#core/domain/problems.ts';
import { type Visit, visitSchema } from '#core/domain/visit.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import type { LoadedPack } from './packs.ts';

/** A visit with its pack, or every fault that keeps it from being printed. */
export type ReadVisit = { ok: true; visit: Visit; pack: Pack } | { ok: false; problems: Problem[] };

const refuse = (path: string, message: string): ReadVisit => ({ ok: false, problems: [{ path, message }] });

/** Where the JSON breaks, without a word of what it holds. */
function jsonTrouble(error: unknown): string {
  const place = error instanceof Error ? /line \d+ column \d+/.exec(error.message)?.[0] : undefined;
  return place ? `Mend the JSON at ${place.replace(' column', ', column')}.` : 'Mend the JSON: it can’t be read to its end.';
}

function packIdOf(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('pack' in raw)) return undefined;
  const { pack } = raw;
  return typeof pack === 'object' && pack !== null && 'id' in pack && typeof pack.id === 'string' ? pack.id : undefined;
}

function schemaProblems(raw: unknown): Problem[] {
  const parsed = visitSchema.safeParse(raw);
  return parsed.success ? [] : problemsOf(parsed.error);
}

/** Checks a visit against its schema, its pack and the pack's hash. */
function checkVisit(raw: unknown, packs: readonly LoadedPack[]): ReadVisit {
  const id = packIdOf(raw);
  const sound = packs.flatMap((each) => (each.pack ? [each] : []));
  const found = sound.find(({ ref }) => ref.id === id);
  if (!found) {
    const problems = schemaProblems(raw);
    const refused = packs.some(({ folder, pack }) => folder === id && pack === null);
    if (refused) problems.push({ path: 'pack.id', message: 'This topic pack has faults. See them with: npm run packs -- check' });
    else if (id !== undefined)
      problems.push({
        path: 'pack.id',
        message: `There is no such topic pack here. Use one of: ${sound.map(({ ref }) => ref.id).join(', ')}.`,
      });
    return { ok: false, problems };
  }
  const { problems, visit } = visitProblems(found.pack, raw);
  if (!visit) return { ok: false, problems };
  if (visit.pack.hash !== found.ref.hash)
    return refuse(
      'pack.hash',
      `The words of the topic pack here are not those of this visit. Check the answers against them, then use ${found.ref.hash}.`,
    );
  return { ok: true, visit, pack: found.pack };
}

/** Reads a visit from the text of its file; `path` is named where the file itself is at fault. */
export function readVisit(source: string, packs: readonly LoadedPack[], path: string): ReadVisit {
  let raw: unknown;
  try {
    raw = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse(path, jsonTrouble(error));
  }
  return checkVisit(raw, packs);
}
