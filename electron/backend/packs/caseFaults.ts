import { type TopicAnswer, topicAnswerSchema } from '#core/domain/answers.ts';
import { criterionResults, ruleResults } from '#core/domain/criteria.ts';
import type { Pack } from '#core/domain/pack.ts';

type Report = (path: PropertyKey[], message: string) => void;

/** Reports worked cases that read or expect something unknown, and those whose expectation the rules don't meet. */
export function reportCaseFaults(pack: Pack, report: Report): void {
  pack.cases.forEach((worked, i) => {
    const topic: Record<string, TopicAnswer> = {};
    for (const [id, raw] of Object.entries(worked.answers)) {
      const path = ['cases', i, 'answers', id];
      const answer = topicAnswerSchema.safeParse(raw);
      if (!pack.questions.some((question) => question.id === id)) report(path, `Name a question of this pack: there is no “${id}”.`);
      else if (answer.success) topic[id] = answer.data;
      else report(path, 'Write the answer as { state: known, value: … }, { state: notKnown } or { state: doesNotApply, because: … }.');
    }
    const answers = { program: {}, topic };
    const criteria = new Map(criterionResults(pack, answers).map(({ id, status }) => [id, status]));
    const rules = ruleResults(pack, answers);
    for (const [id, expected] of Object.entries(worked.expect.criteria)) {
      const path = ['cases', i, 'expect', 'criteria', id];
      const found = criteria.get(id);
      if (found === undefined) report(path, `Name a criterion of this pack: there is no “${id}”.`);
      else if (found !== expected) report(path, `Mend the case “${worked.id}” or the rule: ${id} is ${found}, not ${expected}.`);
    }
    for (const [id, expected] of Object.entries(worked.expect.rules)) {
      const path = ['cases', i, 'expect', 'rules', id];
      const found = Object.hasOwn(rules, id) ? rules[id] : undefined;
      if (found === undefined) report(path, `Name a rule of this pack: there is no “${id}”.`);
      else if (found !== expected) report(path, `Mend the case “${worked.id}” or the rule: ${id} is ${found}, not ${expected}.`);
    }
  });
}
