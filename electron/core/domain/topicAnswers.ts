import type { TopicAnswer } from './answers.ts';
import type { Pack, Question } from './pack.ts';
import type { Problem } from './problems.ts';
import { sexWord, sexWordMessage } from './sexWords.ts';
import { civilDateSchema, whyNotPrintable } from './text.ts';

type Known = Extract<TopicAnswer, { state: 'known' }>['value'];

function textProblem(question: Question, text: string): string | undefined {
  if (text === '') return 'Fill this in.';
  if (text.length > question.maxLength) return `Use at most ${question.maxLength} characters, so that it fits on the paper.`;
  return whyNotPrintable(text) ?? sexProblem(text);
}

function sexProblem(text: string): string | undefined {
  const word = sexWord(text);
  return word === undefined ? undefined : sexWordMessage(word);
}

function optionProblem(options: readonly string[], value: Known): string | undefined {
  return typeof value === 'string' && options.includes(value) ? undefined : `Choose one of: ${options.join(', ')}.`;
}

function optionsProblem(options: readonly string[], value: Known): string | undefined {
  if (!Array.isArray(value) || !value.every((each) => options.includes(each))) return `Choose from: ${options.join(', ')}.`;
  return new Set(value).size === value.length ? undefined : 'Name each choice once.';
}

/** Why a value does not fit the question's type; undefined when it does. */
function valueProblem(question: Question, value: Known): string | undefined {
  switch (question.type) {
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : 'Answer with true (yes) or false (no).';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= question.min && value <= question.max
        ? undefined
        : `Write a whole number from ${question.min} to ${question.max}.`;
    case 'choice':
      return optionProblem(question.options, value);
    case 'choices':
      return optionsProblem(question.options, value);
    case 'date':
      return typeof value === 'string' && civilDateSchema.safeParse(value).success ? undefined : 'Write a date as YYYY-MM-DD.';
    case 'text':
      return typeof value === 'string' ? textProblem(question, value) : 'Write a text here.';
  }
}

/**
 * What is wrong with an answer to a question of the pack, checked against the question's type, range, options and
 * lengths; paths are relative to the answer. Empty when it is sound.
 */
export function topicAnswerProblems(pack: Pack, questionId: string, answer: TopicAnswer): Problem[] {
  const question = pack.questions.find(({ id }) => id === questionId);
  if (question === undefined) return [{ path: '', message: 'The topic has no such question. Correct its id or remove the answer.' }];
  const faults: [string, string | undefined][] = [];
  if (answer.state === 'doesNotApply') faults.push(['because', sexProblem(answer.because)]);
  else if (answer.note !== undefined && answer.note !== '') faults.push(['note', textProblem(question, answer.note)]);
  if (answer.state === 'known') faults.unshift(['value', valueProblem(question, answer.value)]);
  return faults.flatMap(([path, message]) => (message === undefined ? [] : [{ path, message }]));
}
