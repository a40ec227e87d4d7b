import type { ProgramAnswers, ProgramQuestionId } from './answers.ts';
import type { Pack } from './pack.ts';
import type { Problem } from './problems.ts';
import { sexWord, sexWordMessage } from './sexWords.ts';
import { languagesOn } from './text.ts';

/** Never printed, so its words are the doctor's own affair. */
const NOT_PRINTED: ReadonlySet<ProgramQuestionId> = new Set(['privateNote']);

/** Every text inside a value, with its path. */
export function textsIn(value: unknown, path: readonly PropertyKey[] = []): { path: readonly PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

const unknownIds = (
  ids: readonly string[],
  known: readonly string[],
  path: (index: number, id: string) => string,
  message: string,
): Problem[] => ids.flatMap((id, index) => (known.includes(id) ? [] : [{ path: path(index, id), message }]));

type Check<K extends ProgramQuestionId> = (value: NonNullable<ProgramAnswers[K]>, pack: Pack) => Problem[];

const one = (fault: boolean, path: string, message: string): Problem[] => (fault ? [{ path, message }] : []);

/** Checks that need the pack: the ids it must know, and what it offers. */
const CHECKS: { [K in ProgramQuestionId]?: Check<K> } = {
  form: (form, { protocol }) => one(!protocol.forms.includes(form), '', `Choose one of: ${protocol.forms.join(', ')}.`),
  release: (release, { protocol }) => one(!protocol.releases.includes(release), '', `Choose one of: ${protocol.releases.join(', ')}.`),
  start: ({ anchor }, { protocol }) =>
    one(!protocol.startAnchors.includes(anchor), 'anchor', `Choose one of: ${protocol.startAnchors.join(', ')}.`),
  stop: ({ anchor }, { protocol }) =>
    one(!protocol.stopAnchors.includes(anchor), 'anchor', `Choose one of: ${protocol.stopAnchors.join(', ')}.`),
  language: (language, { texts }) =>
    one(!languagesOn(language).every((each) => texts[each]), '', 'The topic has no words in this language. Choose another one.'),
  chosen: (chosen, { protocol }) =>
    Object.entries(chosen).flatMap(([about, id]) => {
      const options = protocol.alternatives
        .filter((each) => each.about === about)
        .flatMap((each) => each.options.map((option) => option.id));
      return one(!options.includes(id), about, `The topic has no such alternative. Choose from: ${options.join(', ') || 'none'}.`);
    }),
  tests: (tests, { protocol }) =>
    tests.flatMap(({ test, name }, index) => {
      if (test === 'other') return one(!name, `${index}.name`, 'Write the name of this test.');
      const known = protocol.tests.some(({ id }) => id === test);
      return one(!known, `${index}.test`, 'The topic has no such test. Use an id of its tests, or "other" with a name.');
    }),
  commonQuestions: (ids, { handout }) =>
    unknownIds(
      ids,
      handout.commonQuestions.map(({ id }) => id),
      String,
      'The topic has no such common question. Remove it.',
    ),
  criterionDecisions: (decisions, { criteria }) => [
    ...unknownIds(
      Object.keys(decisions),
      criteria.map(({ id }) => id),
      (_, id) => id,
      'The topic has no such criterion. Remove it.',
    ),
    ...Object.entries(decisions).flatMap(([id, { reason, text }]) =>
      one(reason === 'own' && !text, `${id}.text`, 'Write the reason in your own words.'),
    ),
  ],
};

/**
 * What is wrong with an answer to one of the program's own questions, beyond its schema: ids that the pack lacks and
 * words that may never be printed (J6). Paths are relative to the answer. Empty when it is sound.
 */
export function programAnswerProblems<K extends ProgramQuestionId>(pack: Pack, id: K, value: NonNullable<ProgramAnswers[K]>): Problem[] {
  const problems = CHECKS[id]?.(value, pack) ?? [];
  if (NOT_PRINTED.has(id)) return problems;
  const refused = textsIn(value).flatMap(({ path, text }) => {
    const word = sexWord(text);
    return word === undefined ? [] : [{ path: path.join('.'), message: sexWordMessage(word) }];
  });
  return [...problems, ...refused];
}
