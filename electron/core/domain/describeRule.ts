import { type Pack, packText } from './pack.ts';
import type { Rule } from './rules.ts';
import type { Language } from './text.ts';

interface RuleWords {
  and: string;
  or: string;
  not: (part: string) => string;
  yes: string;
  no: string;
  is: (what: string, value: string) => string;
  oneOf: (what: string, values: string) => string;
  includes: (what: string, value: string) => string;
  atLeast: (what: string, count: number) => string;
  atMost: (what: string, count: number) => string;
  quote: (text: string) => string;
  end: string;
}

const WORDS: Record<Language, RuleWords> = {
  en: {
    and: ' and ',
    or: ' or ',
    not: (part) => `not (${part})`,
    yes: 'yes',
    no: 'no',
    is: (what, value) => `${what} is ${value}`,
    oneOf: (what, values) => `${what} is one of: ${values}`,
    includes: (what, value) => `${what} includes ${value}`,
    atLeast: (what, count) => `${what} is ${count} or more`,
    atMost: (what, count) => `${what} is ${count} or less`,
    quote: (text) => `“${text}”`,
    end: '.',
  },
  hi: {
    and: ' और ',
    or: ' या ',
    not: (part) => `(${part}) नहीं`,
    yes: 'हाँ',
    no: 'नहीं',
    is: (what, value) => `${what}: ${value}`,
    oneOf: (what, values) => `${what}: इनमें से एक (${values})`,
    includes: (what, value) => `${what}: ${value} भी`,
    atLeast: (what, count) => `${what}: ${count} या ज़्यादा`,
    atMost: (what, count) => `${what}: ${count} या कम`,
    quote: (text) => `“${text}”`,
    end: '।',
  },
};

function valueText(rule: { question: string }, value: string | number | boolean, pack: Pack, language: Language, words: RuleWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const question = pack.questions.find(({ id }) => id === rule.question);
  const isOption = question !== undefined && 'options' in question && question.options.includes(String(value));
  return isOption ? words.quote(packText(pack, language, `question.${rule.question}.option.${value}`)) : String(value);
}

function comparison(rule: Extract<Rule, { question: string }>, pack: Pack, language: Language, words: RuleWords): string {
  const what = words.quote(packText(pack, language, `question.${rule.question}`));
  const value = (each: string | number | boolean) => valueText(rule, each, pack, language, words);
  if ('is' in rule) return words.is(what, value(rule.is));
  if ('in' in rule) return words.oneOf(what, rule.in.map(value).join(words.or));
  if ('includes' in rule) return words.includes(what, value(rule.includes));
  return 'atLeast' in rule ? words.atLeast(what, rule.atLeast) : words.atMost(what, rule.atMost);
}

function clause(rule: Rule, pack: Pack, language: Language, words: RuleWords, inner: boolean): string {
  if ('not' in rule) return words.not(clause(rule.not, pack, language, words, false));
  if ('question' in rule) return comparison(rule, pack, language, words);
  if ('criterion' in rule) return words.is(words.quote(packText(pack, language, `criterion.${rule.criterion}`)), words.yes);
  if ('rule' in rule) return words.is(words.quote(packText(pack, language, `rule.${rule.rule}`)), words.yes);
  const parts = 'all' in rule ? rule.all : rule.any;
  const joined = parts.map((part) => clause(part, pack, language, words, parts.length > 1)).join('all' in rule ? words.and : words.or);
  return inner && parts.length > 1 ? `(${joined})` : joined;
}

/**
 * Reads a rule out as one sentence with the questions and options of the pack in `language`, so that a doctor can
 * approve what the program will decide. Throws when the pack lacks a text in that language.
 */
export function describeRule(rule: Rule, pack: Pack, language: Language): string {
  const words = WORDS[language];
  const sentence = clause(rule, pack, language, words, false);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${words.end}`;
}
