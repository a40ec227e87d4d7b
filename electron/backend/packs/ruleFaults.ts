import type { Pack, Question } from '#core/domain/pack.ts';
import type { Rule } from '#core/domain/rules.ts';

type Path = PropertyKey[];
type Report = (path: Path, message: string) => void;
type Comparison = Extract<Rule, { question: string }>;

function optionsFault(question: Question & { options: string[] }, values: readonly unknown[]): string | undefined {
  const unknown = values.find((value) => !question.options.includes(String(value)));
  return unknown === undefined
    ? undefined
    : `Compare “${question.id}” with one of its options (${question.options.join(', ')}): “${String(unknown)}” is none.`;
}

/** What is wrong with comparing this question in this way; undefined when its type allows it. */
function comparisonFault(rule: Comparison, question: Question): string | undefined {
  if ('atLeast' in rule || 'atMost' in rule)
    return question.type === 'integer'
      ? undefined
      : `Use atLeast and atMost with whole numbers only: “${question.id}” is of type ${question.type}.`;
  if ('includes' in rule) {
    if (question.type !== 'choices') return `Use includes with several choices only: “${question.id}” is of type ${question.type}.`;
    return optionsFault(question, [rule.includes]);
  }
  const values: readonly unknown[] = 'is' in rule ? [rule.is] : rule.in;
  const word = 'is' in rule ? 'is' : 'in';
  if (question.type === 'choice') return optionsFault(question, values);
  if (question.type === 'integer')
    return values.every((value) => typeof value === 'number')
      ? undefined
      : `Compare “${question.id}” with a whole number: it is of type integer.`;
  if (question.type === 'yesNo')
    return word === 'is' && typeof values[0] === 'boolean'
      ? undefined
      : `Compare “${question.id}” with is: true or is: false: it is of type yesNo.`;
  return `Don’t use ${word} with “${question.id}”: a rule can’t compare the type ${question.type}.`;
}

function checkRule(rule: Rule, path: Path, pack: Pack, report: Report): void {
  if ('all' in rule || 'any' in rule) {
    const key = 'all' in rule ? 'all' : 'any';
    const parts = 'all' in rule ? rule.all : rule.any;
    parts.forEach((part, i) => {
      checkRule(part, [...path, key, i], pack, report);
    });
  } else if ('not' in rule) checkRule(rule.not, [...path, 'not'], pack, report);
  else if ('question' in rule) {
    const question = pack.questions.find(({ id }) => id === rule.question);
    const fault = question
      ? comparisonFault(rule, question)
      : `Name a question of this pack: there is no “${rule.question}”, so the rule can never be known.`;
    if (fault) report([...path, 'question'], fault);
  } else if ('criterion' in rule) {
    if (!pack.criteria.some(({ id }) => id === rule.criterion))
      report([...path, 'criterion'], `Name a criterion of this pack: there is no “${rule.criterion}”.`);
  } else if (!pack.rules.some(({ id }) => id === rule.rule))
    report([...path, 'rule'], `Name a rule of this pack: there is no “${rule.rule}”.`);
}

/** Names of the criteria and rules that a rule reads directly. */
function reads(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(reads);
  if ('any' in rule) return rule.any.flatMap(reads);
  if ('not' in rule) return reads(rule.not);
  if ('criterion' in rule) return [`criterion ${rule.criterion}`];
  return 'rule' in rule ? [`rule ${rule.rule}`] : [];
}

function readsItself(name: string, graph: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(graph.get(name) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return false;
}

/** Reports rules on unknown questions, criteria or rules, of the wrong type for their question, or that read themselves. */
export function reportRuleFaults(pack: Pack, report: Report): void {
  const named = [
    ...pack.criteria.map((item, i) => ({ name: `criterion ${item.id}`, rule: item.rule, path: ['criteria', i, 'rule'] })),
    ...pack.rules.map((item, i) => ({ name: `rule ${item.id}`, rule: item.rule, path: ['rules', i, 'rule'] })),
  ];
  const graph = new Map(named.map(({ name, rule }) => [name, reads(rule)]));
  for (const { name, rule, path } of named) {
    checkRule(rule, path, pack, report);
    if (readsItself(name, graph)) report(path, `Take the ${name} out of its own rule: it reads itself and can never be known.`);
  }
}
