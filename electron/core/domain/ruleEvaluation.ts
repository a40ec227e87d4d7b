import type { TopicAnswer } from './answers.ts';
import type { CriterionStatus, Truth } from './evaluation.ts';
import type { Pack } from './pack.ts';
import type { Rule } from './rules.ts';

type TopicAnswers = Readonly<Record<string, TopicAnswer>>;
type Known = Extract<TopicAnswer, { state: 'known' }>['value'];

const STATUS: Record<Truth, CriterionStatus> = { true: 'met', false: 'notMet', unknown: 'notKnown', neutral: 'doesNotApply' };

const truth = (value: boolean): Truth => (value ? 'true' : 'false');

/** In `all` one false decides, in `any` one true; else one unknown leaves it open. What does not apply is left out. */
function combine(truths: Truth[], decides: 'true' | 'false'): Truth {
  const applying = truths.filter((each) => each !== 'neutral');
  if (applying.length === 0) return 'neutral';
  if (applying.includes(decides)) return decides;
  if (applying.includes('unknown')) return 'unknown';
  return decides === 'true' ? 'false' : 'true';
}

function negate(value: Truth): Truth {
  if (value === 'true') return 'false';
  return value === 'false' ? 'true' : value;
}

/** Compares one known value. A value of another type than the comparison asks for says nothing: unknown. */
function compare(rule: Extract<Rule, { question: string }>, value: Known): Truth {
  if ('is' in rule) return typeof value === typeof rule.is ? truth(value === rule.is) : 'unknown';
  if ('in' in rule) return typeof value === 'string' || typeof value === 'number' ? truth(rule.in.includes(value)) : 'unknown';
  if ('includes' in rule) return Array.isArray(value) ? truth(value.includes(rule.includes)) : 'unknown';
  if (typeof value !== 'number') return 'unknown';
  return 'atLeast' in rule ? truth(value >= rule.atLeast) : truth(value <= rule.atMost);
}

/**
 * Whether an answer settles nothing: none at all, "not known", or an option that the pack counts as not known, such as
 * "not tested".
 */
export function isOpen(question: string, pack: Pack, answers: TopicAnswers): boolean {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  if (answer === undefined || answer.state === 'notKnown') return true;
  const asked = pack.questions.find(({ id }) => id === question);
  if (answer.state !== 'known' || asked?.type !== 'choice') return false;
  return typeof answer.value === 'string' && (asked.unknownOptions?.includes(answer.value) ?? false);
}

function answerTruth(rule: Extract<Rule, { question: string }>, pack: Pack, answers: TopicAnswers): Truth {
  const answer = answers[rule.question];
  if (isOpen(rule.question, pack, answers) || answer === undefined || answer.state === 'notKnown') return 'unknown';
  return answer.state === 'doesNotApply' ? 'neutral' : compare(rule, answer.value);
}

/**
 * Evaluates a rule over her answers with Kleene's three values. A missing answer and "not known" are both *unknown* and
 * never become a finding; "does not apply" is left out of `all` and `any` (true in the one, false in the other), and a
 * rule of nothing else does not apply itself. A rule or criterion that the pack lacks, or that reads itself, is unknown.
 */
export function evaluateRule(rule: Rule, pack: Pack, answers: TopicAnswers, reading: readonly string[] = []): Truth {
  if ('all' in rule)
    return combine(
      rule.all.map((part) => evaluateRule(part, pack, answers, reading)),
      'false',
    );
  if ('any' in rule)
    return combine(
      rule.any.map((part) => evaluateRule(part, pack, answers, reading)),
      'true',
    );
  if ('not' in rule) return negate(evaluateRule(rule.not, pack, answers, reading));
  if ('question' in rule) return answerTruth(rule, pack, answers);
  const [list, id] = 'criterion' in rule ? ([pack.criteria, rule.criterion] as const) : ([pack.rules, rule.rule] as const);
  const mark = `${'criterion' in rule ? 'criterion' : 'rule'}.${id}`;
  const named = list.find((each) => each.id === id);
  if (named === undefined || reading.includes(mark)) return 'unknown';
  return evaluateRule(named.rule, pack, answers, [...reading, mark]);
}

/** How a criterion stands for the truth of its rule. */
export function statusOf(value: Truth): CriterionStatus {
  return STATUS[value];
}

/** Ids of the questions that a rule reads, through criteria and named rules too, each once, in the order of reading. */
export function questionsOf(rule: Rule, pack: Pack, reading: readonly string[] = []): string[] {
  if ('all' in rule || 'any' in rule) {
    const parts = 'all' in rule ? rule.all : rule.any;
    return [...new Set(parts.flatMap((part) => questionsOf(part, pack, reading)))];
  }
  if ('not' in rule) return questionsOf(rule.not, pack, reading);
  if ('question' in rule) return [rule.question];
  const [list, id] = 'criterion' in rule ? ([pack.criteria, rule.criterion] as const) : ([pack.rules, rule.rule] as const);
  const mark = `${'criterion' in rule ? 'criterion' : 'rule'}.${id}`;
  const named = list.find((each) => each.id === id);
  return named === undefined || reading.includes(mark) ? [] : questionsOf(named.rule, pack, [...reading, mark]);
}
