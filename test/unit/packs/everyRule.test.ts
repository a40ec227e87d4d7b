import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TopicAnswer } from '#core/domain/answers.ts';
import { criterionResults, ruleResults } from '#core/domain/criteria.ts';
import { describeRule } from '#core/domain/describeRule.ts';
import type { Pack, Question } from '#core/domain/pack.ts';
import { questionsOf } from '#core/domain/ruleEvaluation.ts';
import { topicAnswerProblems } from '#core/domain/topicAnswers.ts';
import { shippedPacks } from '../../support/shippedPacks.ts';

type Topic = Record<string, TopicAnswer>;

const known = (value: Extract<TopicAnswer, { state: 'known' }>['value']): TopicAnswer => ({ state: 'known', value });

/** Answers that settle a question. */
function settled(question: Question): fc.Arbitrary<TopicAnswer> {
  switch (question.type) {
    case 'yesNo':
      return fc.boolean().map(known);
    case 'integer':
      return fc.integer({ min: question.min, max: question.max }).map(known);
    case 'choice':
      return fc.constantFrom(...question.options.filter((option) => !question.unknownOptions?.includes(option))).map(known);
    case 'choices':
      return fc.subarray(question.options).map(known);
    case 'date':
      return fc.constant(known('2026-12-02'));
    case 'text':
      return fc.constant(known('Some words'));
  }
}

/** Answers that settle nothing: none, "not known", or an option such as "not tested". */
function open(question: Question): fc.Arbitrary<TopicAnswer | undefined> {
  const options = question.type === 'choice' ? (question.unknownOptions ?? []) : [];
  return fc.constantFrom<TopicAnswer | undefined>(
    undefined,
    { state: 'notKnown' },
    { state: 'notKnown', note: 'To come' },
    ...options.map(known),
  );
}

const topicOf = (
  questions: readonly Question[],
  each: (question: Question) => fc.Arbitrary<TopicAnswer | undefined>,
): fc.Arbitrary<Topic> =>
  fc
    .record(Object.fromEntries(questions.map((question) => [question.id, each(question)])))
    .map((topic) => Object.fromEntries(Object.entries(topic).filter((entry): entry is [string, TopicAnswer] => entry[1] !== undefined)));

/** What every criterion and rule says, by its name. */
function findings(pack: Pack, topic: Topic): Record<string, string> {
  const answers = { program: {}, topic };
  return {
    ...Object.fromEntries(criterionResults(pack, answers).map(({ id, status }) => [`criterion ${id}`, status])),
    ...Object.fromEntries(Object.entries(ruleResults(pack, answers)).map(([id, truth]) => [`rule ${id}`, truth])),
  };
}

const OPEN = ['notKnown', 'unknown'];
const packs = (await shippedPacks()).map((pack) => [pack.id, pack] as const);

describe.each(packs)('Every criterion and rule of %s', (_, pack) => {
  const named = [
    ...pack.criteria.map(({ id }) => ({ name: `criterion ${id}`, rule: { criterion: id } })),
    ...pack.rules.map(({ id }) => ({ name: `rule ${id}`, rule: { rule: id } })),
  ];

  test('is open while nothing is settled: a missing answer is never a finding', () => {
    fc.assert(
      fc.property(topicOf(pack.questions, open), (topic) => {
        for (const [name, finding] of Object.entries(findings(pack, topic))) expect(OPEN, name).toContain(finding);
      }),
    );
  });

  test.each(named)('$name says nothing from the answers to other questions', ({ name, rule }) => {
    const read = questionsOf(rule, pack);
    expect(read.length).toBeGreaterThan(0);
    const others = pack.questions.filter(({ id }) => !read.includes(id));
    fc.assert(fc.property(topicOf(others, settled), (topic) => OPEN.includes(findings(pack, topic)[name] ?? '')));
  });

  test('keeps its finding when an open answer is settled', () => {
    const some = (question: Question) => fc.oneof(settled(question), open(question));
    fc.assert(
      fc.property(topicOf(pack.questions, some), topicOf(pack.questions, settled), (topic, later) => {
        const isOpen = (question: Question) => {
          const answer = topic[question.id];
          const value = answer?.state === 'known' ? answer.value : undefined;
          return value === undefined || (question.type === 'choice' && question.unknownOptions?.includes(String(value)));
        };
        const after = Object.fromEntries(
          pack.questions.flatMap((question) => {
            const answer = isOpen(question) ? later[question.id] : topic[question.id];
            return answer ? [[question.id, answer]] : [];
          }),
        );
        const [first, last] = [findings(pack, topic), findings(pack, after)];
        for (const [name, finding] of Object.entries(first)) if (!OPEN.includes(finding)) expect(last[name], name).toBe(finding);
      }),
    );
  });

  test('is settled when every question is', () => {
    fc.assert(
      fc.property(topicOf(pack.questions, settled), (topic) => {
        for (const [id, answer] of Object.entries(topic)) expect(topicAnswerProblems(pack, id, answer)).toEqual([]);
        for (const [name, finding] of Object.entries(findings(pack, topic))) expect(OPEN, name).not.toContain(finding);
      }),
    );
  });

  test.each(named)('$name can be true, can be false, and stands in a worked case as true', ({ name, rule }) => {
    const said = new Set<string>();
    const questions = pack.questions.filter(({ id }) => questionsOf(rule, pack).includes(id));
    fc.assert(
      fc.property(topicOf(questions, settled), (topic) => {
        said.add(findings(pack, topic)[name] ?? '');
      }),
      { numRuns: 400, seed: 1 },
    );
    const [kind = '', id = ''] = name.split(' ');
    expect([...said].sort()).toEqual(kind === 'rule' ? ['false', 'true'] : ['met', 'notMet']);
    const cases = pack.cases.map(({ expect: { criteria, rules } }) => (kind === 'rule' ? rules[id] : criteria[id]));
    expect(cases).toContain(kind === 'rule' ? 'true' : 'met');
  });

  test.each(named)('$name is read out as one sentence in each language', ({ name }) => {
    const [kind, id] = name.split(' ');
    const { rule } = [...(kind === 'rule' ? pack.rules : pack.criteria)].find((each) => each.id === id) ?? { rule: { all: [] } };
    for (const language of pack.languages) {
      const sentence = describeRule(rule, pack, language);
      expect(sentence).toMatch(/^\S.*[.।]$/s);
      expect(sentence).not.toMatch(/question\.|criterion\.|undefined|\{/);
    }
  });
});
