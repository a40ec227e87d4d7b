import { describeRule } from '#core/domain/describeRule.ts';
import { type Pack, packText } from '#core/domain/pack.ts';

/** Every criterion and named rule of the pack, read out as a sentence in each of its languages, as lines to read. */
export function ruleReport(pack: Pack): string[] {
  const named = [
    ...pack.criteria.map(({ id, facts, rule }) => ({ name: `criterion ${id}`, textId: `criterion.${id}`, facts, rule })),
    ...pack.rules.map(({ id, facts, rule }) => ({ name: `rule ${id}`, textId: `rule.${id}`, facts, rule })),
  ];
  return named.flatMap(({ name, textId, facts, rule }) => [
    `${pack.id}, ${name} (${facts.join(', ')})`,
    ...pack.languages.flatMap((language) => [
      `    ${language} says: ${packText(pack, language, textId)}`,
      `    ${language} when: ${describeRule(rule, pack, language)}`,
    ]),
    '',
  ]);
}
