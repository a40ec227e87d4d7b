import { packCitations } from '#core/domain/citations.ts';
import type { Fact, Pack } from '#core/domain/pack.ts';

type Report = (path: PropertyKey[], message: string) => void;

/** The words of a citation in every language, each with the path of its text. */
function wordsOfCitation(pack: Pack, textIds: readonly string[]): { path: PropertyKey[]; text: string }[] {
  return pack.languages.flatMap((language) =>
    textIds.map((id) => ({ path: ['texts', language, 'texts', id], text: pack.texts[language]?.texts[id] ?? '' })),
  );
}

function reportUse(
  pack: Pack,
  fact: Fact,
  textIds: readonly string[],
  facts: readonly string[],
  path: PropertyKey[],
  report: Report,
): void {
  if (!fact.prints) report(path, `Rest this on another fact: ${fact.id} is never told or printed.`);
  const apart = fact.onlyWith?.filter((id) => !facts.includes(id)) ?? [];
  if (apart.length) report(path, `Tell ${apart.join(' and ')} in the same text: ${fact.id} is never told without.`);
  for (const words of wordsOfCitation(pack, textIds))
    for (const word of fact.mustNotSay ?? [])
      if (words.text.toLowerCase().includes(word.toLowerCase()))
        report(words.path, `Take “${word}” out of this text: it rests on ${fact.id}, of which that is not to be said.`);
}

/** Reports statements without a source, facts that don't exist, that nothing rests on, or that are used where they must not be. */
export function reportFactFaults(pack: Pack, report: Report): void {
  const known = new Map(pack.facts.map((fact) => [fact.id, fact]));
  const used = new Set<string>(pack.protocol.usualDailyMg.facts);
  for (const id of used)
    if (!known.has(id)) report(['protocol', 'usualDailyMg', 'facts'], `Name a fact of this pack: there is no “${id}”.`);
  for (const { textIds, facts, own, path } of packCitations(pack)) {
    const name = textIds[0];
    if (facts.length === 0 && !own) report(path, `Name the facts that “${name}” rests on, or mark it “own: true”: it has no source.`);
    if (facts.length > 0 && own) report(path, `Remove “own: true” or the facts of “${name}”: it can’t be both.`);
    facts.forEach((id, i) => {
      const fact = known.get(id);
      if (fact) reportUse(pack, fact, textIds, facts, [...path, 'facts', i], report);
      else report([...path, 'facts', i], `Name a fact of this pack: there is no “${id}”.`);
      used.add(id);
    });
  }
  pack.facts.forEach((fact, i) => {
    if (fact.prints && !used.has(fact.id))
      report(['facts', i], `Say ${fact.id} somewhere, or mark it “prints: false”: nothing rests on it.`);
    if (fact.unconfirmed && fact.prints && !fact.mustNotSay)
      report(['facts', i, 'unconfirmed'], `List under mustNotSay the words that would say it: a clause of ${fact.id} is not confirmed.`);
    for (const other of fact.onlyWith ?? [])
      if (!known.has(other)) report(['facts', i, 'onlyWith'], `Name a fact of this pack: there is no “${other}”.`);
  });
}
