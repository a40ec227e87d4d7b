import { packCitations } from '#core/domain/citations.ts';
import type { Pack } from '#core/domain/pack.ts';

/** Every fact of the pack beside the sentences that rest on it, as lines to read. */
export function factReport(pack: Pack): string[] {
  const said = new Map<string, Set<string>>();
  for (const { facts, textIds } of packCitations(pack))
    for (const fact of facts) {
      const ids = said.get(fact) ?? new Set();
      for (const id of textIds) ids.add(id);
      said.set(fact, ids);
    }
  const words = (id: string) =>
    pack.languages.flatMap((language) => {
      const text = pack.texts[language]?.texts[id];
      return text === undefined ? [] : [`    ${language} ${id}: ${text}`];
    });
  const facts = pack.facts.flatMap((fact) => [
    `${fact.id} (${fact.kind}${fact.prints ? '' : ', never told or printed'}) ${fact.says}`,
    `    read at: ${fact.source}`,
    ...(fact.unconfirmed ? [`    not confirmed, never said: ${fact.unconfirmed}`] : []),
    ...[...(said.get(fact.id) ?? [])].flatMap(words),
    '',
  ]);
  return [`${pack.id} ${pack.version}: ${pack.facts.length} facts`, '', ...facts];
}
