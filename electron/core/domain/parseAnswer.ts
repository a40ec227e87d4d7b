import {
  type Answers,
  type ProgramAnswers,
  type ProgramQuestionId,
  programQuestions,
  type TopicAnswer,
  topicAnswerSchema,
} from './answers.ts';
import type { Pack } from './pack.ts';
import { problemsOf } from './problems.ts';
import { programAnswerProblems } from './programAnswers.ts';
import { topicAnswerProblems } from './topicAnswers.ts';

/** An answer that may be saved, or the sentence that stands at its field. */
export type ParsedAnswer = { ok: true; value: unknown } | { ok: false; message: string };

/** true for the id of one of the program's own questions. */
export function isProgramQuestion(id: string): id is ProgramQuestionId {
  return Object.hasOwn(programQuestions, id);
}

const refuse = (message: string): ParsedAnswer => ({ ok: false, message });

function parseProgram(pack: Pack, id: string, raw: unknown): ParsedAnswer {
  if (!isProgramQuestion(id)) return refuse('The program has no such question.');
  const parsed = programQuestions[id].safeParse(raw);
  if (!parsed.success) return refuse(problemsOf(parsed.error)[0]?.message ?? 'This is not allowed here.');
  const problem = programAnswerProblems(pack, id, parsed.data)[0];
  return problem === undefined ? { ok: true, value: parsed.data } : refuse(problem.message);
}

function parseTopic(pack: Pack, id: string, raw: unknown): ParsedAnswer {
  const parsed = topicAnswerSchema.safeParse(raw);
  if (!parsed.success) return refuse(problemsOf(parsed.error)[0]?.message ?? 'This is not allowed here.');
  const problem = topicAnswerProblems(pack, id, parsed.data)[0];
  return problem === undefined ? { ok: true, value: parsed.data } : refuse(problem.message);
}

/**
 * Checks one answer before it is saved. `key` is its row id: `program.<question>` by that question's schema and the
 * pack's ids, `topic.<question>` by the pack's typed question (range, options, lengths). The value comes back trimmed.
 */
export function parseAnswer(pack: Pack, key: string, raw: unknown): ParsedAnswer {
  const dot = key.indexOf('.');
  const id = key.slice(dot + 1);
  if (key.startsWith('program.')) return parseProgram(pack, id, raw);
  if (key.startsWith('topic.')) return parseTopic(pack, id, raw);
  return refuse('Name the answer program.<question> or topic.<question>.');
}

/**
 * Gathers answer rows into `Answers`. Rows were checked when they were saved; a row whose value no longer has the shape
 * of its question is left out, so that the question counts as not answered. A later row of the same key wins; null takes
 * an answer back.
 */
export function answersFromRows(rows: readonly { key: string; value: unknown }[]): Answers {
  const program: Record<string, unknown> = {};
  const topic: Record<string, TopicAnswer> = {};
  for (const { key, value } of rows) {
    const id = key.slice(key.indexOf('.') + 1);
    if (key.startsWith('program.') && isProgramQuestion(id)) {
      const parsed = programQuestions[id].safeParse(value);
      delete program[id];
      if (parsed.success) program[id] = parsed.data;
    } else if (key.startsWith('topic.')) {
      const parsed = topicAnswerSchema.safeParse(value);
      delete topic[id];
      if (parsed.success) topic[id] = parsed.data;
    }
  }
  return { program: program as ProgramAnswers, topic };
}
