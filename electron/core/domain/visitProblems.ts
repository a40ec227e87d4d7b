import { programQuestions, topicAnswerSchema } from './answers.ts';
import type { Pack } from './pack.ts';
import { isProgramQuestion } from './parseAnswer.ts';
import { type Problem, pathOf, problemsOf } from './problems.ts';
import { programAnswerProblems } from './programAnswers.ts';
import { topicAnswerProblems } from './topicAnswers.ts';
import { type Visit, visitSchema } from './visit.ts';

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);
const fieldOf = (value: unknown, key: string): unknown => entriesOf(value).find(([name]) => name === key)?.[1];

function packProblems(pack: Pack, raw: unknown): Problem[] {
  const problems: Problem[] = [];
  const id = fieldOf(raw, 'id');
  const version = fieldOf(raw, 'version');
  if (typeof id === 'string' && id !== pack.id)
    problems.push({ path: 'pack.id', message: `The topic pack here is ${pack.id}. Use that id.` });
  if (typeof version === 'string' && version !== pack.version)
    problems.push({
      path: 'pack.version',
      message: `The topic pack here has version ${pack.version}. Check the answers against it, then use that version.`,
    });
  return problems;
}

function timeZoneProblems(timeZone: unknown): Problem[] {
  if (typeof timeZone !== 'string') return [];
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [{ path: 'timeZone', message: 'There is no such time zone. Use a name such as Asia/Kolkata.' }];
  }
}

/** The checks that need the pack, for every answer that has a sound shape; the others are already named by the schema. */
function answerProblems(pack: Pack, raw: unknown): Problem[] {
  const under = (base: string[], problems: Problem[]) => problems.map(({ path, message }) => ({ path: pathOf(...base, path), message }));
  const program = entriesOf(fieldOf(raw, 'program')).flatMap(([id, value]) => {
    if (!isProgramQuestion(id)) return [];
    const parsed = programQuestions[id].safeParse(value);
    return parsed.success ? under(['answers', 'program', id], programAnswerProblems(pack, id, parsed.data)) : [];
  });
  const topic = entriesOf(fieldOf(raw, 'topic')).flatMap(([id, value]) => {
    const parsed = topicAnswerSchema.safeParse(value);
    return parsed.success ? under(['answers', 'topic', id], topicAnswerProblems(pack, id, parsed.data)) : [];
  });
  return [...program, ...topic];
}

/** What `visitProblems` gives back: every fault with its path, and the visit when there is none. */
export interface CheckedVisit {
  problems: Problem[];
  visit?: Visit;
}

/**
 * Checks a whole visit, as it stands in `visit.json`, against its schema and its pack. Every fault is one line with the
 * path of its field (`answers.topic.failedCycles.value`); the visit comes back only when there is none. The hash of the
 * pack is compared by whoever loaded the pack.
 */
export function visitProblems(pack: Pack, raw: unknown): CheckedVisit {
  const parsed = visitSchema.safeParse(raw);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error)),
    ...packProblems(pack, fieldOf(raw, 'pack')),
    ...timeZoneProblems(fieldOf(raw, 'timeZone')),
    ...answerProblems(pack, fieldOf(raw, 'answers')),
  ];
  return problems.length === 0 && parsed.success ? { problems, visit: parsed.data } : { problems };
}
