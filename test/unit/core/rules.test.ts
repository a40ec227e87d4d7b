import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TopicAnswer } from '#core/domain/answers.ts';
import { criterionResults, ruleResults, stillNeeded, stillToCheck } from '#core/domain/criteria.ts';
import { describeRule } from '#core/domain/describeRule.ts';
import type { Truth } from '#core/domain/evaluation.ts';
import { evaluateRule, questionsOf } from '#core/domain/ruleEvaluation.ts';
import type { Rule } from '#core/domain/rules.ts';
import { smallPack } from '../../support/smallPack.ts';

const pack = smallPack();
const known = (value: string | number | boolean | string[]): TopicAnswer => ({ state: 'known', value });
const UNKNOWN: TopicAnswer = { state: 'notKnown' };
const NEUTRAL: TopicAnswer = { state: 'doesNotApply', because: 'natural cycle' };

const comparisons: Rule[] = [
  { question: 'count', atLeast: 2 },
  { question: 'count', atMost: 3 },
  { question: 'count', in: [1, 2] },
  { question: 'scan', is: true },
  { question: 'result', is: 'normal' },
  { question: 'signs', includes: 'fever' },
  { criterion: 'cycles' },
  { rule: 'either' },
];
const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...comparisons),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('rule').map((not) => ({ not })),
  ),
})).rule;

const answered = {
  count: fc.integer({ min: 0, max: 20 }).map(known),
  scan: fc.boolean().map(known),
  result: fc.constantFrom('normal', 'notNormal', 'mosaic').map(known),
  signs: fc.subarray(['fever', 'pain']).map(known),
};
const anyAnswer = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(UNKNOWN), fc.constant(NEUTRAL));
const answers = fc.record(
  {
    count: anyAnswer(answered.count),
    scan: anyAnswer(answered.scan),
    result: anyAnswer(answered.result),
    signs: anyAnswer(answered.signs),
  },
  { requiredKeys: [] },
);

const evaluate = (rule: Rule, topic: Record<string, TopicAnswer>): Truth => evaluateRule(rule, pack, topic);

describe('a rule', () => {
  test('never gives a finding from answers that are all missing or not known', () => {
    const unknowns = fc.subarray(['count', 'scan', 'result', 'signs']).map((ids) => Object.fromEntries(ids.map((id) => [id, UNKNOWN])));
    fc.assert(fc.property(rules, unknowns, (rule, topic) => evaluate(rule, topic) === 'unknown'));
  });

  test('keeps its finding when what was open becomes known', () => {
    fc.assert(
      fc.property(rules, answers, fc.record(answered), (rule, topic, later) => {
        const before = evaluate(rule, topic);
        const open = Object.fromEntries(
          Object.entries(later).filter(([id]) => (topic as Record<string, TopicAnswer>)[id]?.state !== 'doesNotApply'),
        );
        const filled = { ...open, ...Object.fromEntries(Object.entries(topic).filter(([, answer]) => answer.state !== 'notKnown')) };
        if (before === 'true' || before === 'false') expect(evaluate(rule, filled)).toBe(before);
      }),
    );
  });

  test('is two-valued when every question is answered', () => {
    fc.assert(fc.property(rules, fc.record(answered), (rule, topic) => ['true', 'false'].includes(evaluate(rule, topic))));
  });

  test('is the same when it is turned round twice', () => {
    fc.assert(fc.property(rules, answers, (rule, topic) => evaluate({ not: { not: rule } }, topic) === evaluate(rule, topic)));
  });

  test('does not depend on the order of its parts', () => {
    const parts = fc.array(rules, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, answers, (list, topic) => {
        expect(evaluate({ all: list.toReversed() }, topic)).toBe(evaluate({ all: list }, topic));
        expect(evaluate({ any: list.toReversed() }, topic)).toBe(evaluate({ any: list }, topic));
      }),
    );
  });

  test('obeys De Morgan', () => {
    const parts = fc.array(rules, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, answers, (list, topic) => {
        expect(evaluate({ not: { all: list } }, topic)).toBe(evaluate({ any: list.map((not) => ({ not })) }, topic));
      }),
    );
  });

  test.each<[string, Rule, Truth]>([
    [
      'all: one false decides over an unknown',
      {
        all: [
          { question: 'count', atLeast: 9 },
          { question: 'signs', includes: 'fever' },
        ],
      },
      'false',
    ],
    [
      'all: an unknown keeps it open',
      {
        all: [
          { question: 'count', atLeast: 2 },
          { question: 'signs', includes: 'fever' },
        ],
      },
      'unknown',
    ],
    [
      'any: one true decides over an unknown',
      {
        any: [
          { question: 'count', atLeast: 2 },
          { question: 'signs', includes: 'fever' },
        ],
      },
      'true',
    ],
    [
      'all: what does not apply counts as true',
      {
        all: [
          { question: 'count', atLeast: 2 },
          { question: 'scan', is: true },
        ],
      },
      'true',
    ],
    [
      'any: what does not apply counts as false',
      {
        any: [
          { question: 'count', atLeast: 9 },
          { question: 'scan', is: true },
        ],
      },
      'false',
    ],
    ['nothing but what does not apply does not apply', { all: [{ question: 'scan', is: true }] }, 'neutral'],
    ['a value of another type says nothing', { question: 'count', is: 'three' }, 'unknown'],
    ['an option that settles nothing is not known', { question: 'result', is: 'normal' }, 'unknown'],
    ['an option that settles nothing is not known, turned round', { not: { question: 'result', is: 'normal' } }, 'unknown'],
    ['a rule that reads itself is not known', { rule: 'itself' }, 'unknown'],
    ['a question that the pack lacks is not known', { question: 'toString', is: true }, 'unknown'],
  ])('%s', (_, rule, expected) => {
    expect(evaluate(rule, { count: known(3), scan: NEUTRAL, result: known('notTested') })).toBe(expected);
  });
});

describe('criteria', () => {
  const of = (topic: Record<string, TopicAnswer>) => ({ program: {}, topic });

  test('say not asked yet, not known, met, not met and does not apply apart', () => {
    expect(criterionResults(pack, of({}))).toContainEqual({ id: 'clear', status: 'notKnown', asked: false });
    expect(criterionResults(pack, of({ scan: UNKNOWN }))).toContainEqual({ id: 'clear', status: 'notKnown', asked: true });
    expect(criterionResults(pack, of({ scan: known(true) }))).toContainEqual({ id: 'clear', status: 'met', asked: true });
    expect(criterionResults(pack, of({ scan: known(false) }))).toContainEqual({ id: 'clear', status: 'notMet', asked: true });
    expect(criterionResults(pack, of({ scan: NEUTRAL }))).toContainEqual({ id: 'clear', status: 'doesNotApply', asked: true });
  });

  test('give the named rules of the pack', () => {
    expect(ruleResults(pack, of({ scan: known(true), result: known('mosaic') }))).toEqual({
      both: 'false',
      either: 'true',
      itself: 'unknown',
    });
  });

  test('gather on the screen only what was said to be open, with what is to come', () => {
    const answers = of({ scan: { state: 'notKnown', note: 'MRI booked', date: '2027-02-22' }, result: known('notTested') });
    expect(stillNeeded(pack, answers)).toEqual([
      { question: 'scan', section: 'fit', note: 'MRI booked', date: '2027-02-22' },
      { question: 'result', section: 'fit' },
    ]);
    expect(stillNeeded(pack, of({}))).toEqual([]);
  });

  test('gather on paper every question behind a "still to check"', () => {
    expect(stillToCheck(pack, of({})).map(({ question }) => question)).toEqual(['count', 'scan', 'result']);
    expect(stillToCheck(pack, of({ count: known(0), scan: known(false) })).map(({ question }) => question)).toEqual(['result']);
  });
});

describe('a rule read out', () => {
  test('is a sentence with the words of the pack', () => {
    const rule: Rule = {
      all: [{ question: 'count', atLeast: 2 }, { any: [{ question: 'scan', is: true }, { not: { question: 'result', is: 'normal' } }] }],
    };
    expect(describeRule(rule, pack, 'en')).toBe(
      '“How many cycles failed?” is 2 or more and (“Was the scan clear?” is yes or not (“What did the embryo test show?” is “Normal”)).',
    );
  });

  test('names every question that decides, also through criteria and rules', () => {
    expect(questionsOf({ rule: 'both' }, pack)).toEqual(['scan', 'result']);
    expect(questionsOf({ rule: 'itself' }, pack)).toEqual([]);
  });
});
