import type { TopicAnswer } from '../answers.ts';
import { criterionResults } from '../criteria.ts';
import { formatDate } from '../dates.ts';
import type { Block } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { inSentence, type Paper, phrase, sentence, typed } from './paper.ts';

type Known = Extract<TopicAnswer, { state: 'known' }>;

/** The value in words. A plain yes or no is not repeated: the row answers in its own column. */
function valueWords(question: string, { value }: Known, { pack, text, labels }: Paper): string | undefined {
  const asked = pack.questions.find(({ id }) => id === question);
  if (asked === undefined || typeof value === 'boolean') return undefined;
  const option = (id: string) => text(`question.${question}.option.${id}`);
  if (asked.type === 'choice' && asked.options.includes(String(value))) return option(String(value));
  if (asked.type === 'choices' && Array.isArray(value))
    return value
      .filter((id) => asked.options.includes(id))
      .map(option)
      .join(', ');
  if (asked.type === 'date') return formatDate(String(value), labels);
  return typed(String(value));
}

function answerWords(question: string, paper: Paper): string[] {
  const { labels } = paper;
  const answer = paper.answers.topic[question];
  if (answer === undefined) return [];
  if (answer.state === 'doesNotApply') return [phrase(answer.because)];
  const note = answer.note ? phrase(answer.note) : '';
  if (answer.state === 'notKnown') {
    const expected = answer.date === undefined ? '' : fill(labels.criteria.expected, { date: formatDate(answer.date, labels) });
    return [note, expected].filter((part) => part !== '');
  }
  const value = valueWords(question, answer, paper);
  const told = value && note && !note.startsWith(value) ? `${value} (${inSentence(note)})` : note || value || '';
  return [told, answer.date === undefined ? '' : formatDate(answer.date, labels)].filter((part) => part !== '');
}

function decisionWords(criterion: string, { program, labels }: Paper): string | undefined {
  const decision = program.criterionDecisions?.[criterion];
  if (decision === undefined) return undefined;
  const { reasons, doctorsDecision } = labels.criteria;
  const own = decision.text ? phrase(decision.text) : undefined;
  if (decision.reason === 'own') return fill(doctorsDecision, { reason: own ?? reasons.own });
  return fill(doctorsDecision, { reason: own === undefined ? reasons[decision.reason] : `${reasons[decision.reason]}; ${own}` });
}

/**
 * Block 8: each criterion as yes / no / still to check / does not apply, with its value and date. A doctor's decision
 * against a "no" stands with its reason. What the pack shows in the walk only is left out.
 */
export function criteriaOf(paper: Paper): Block {
  const { pack, answers, labels, text } = paper;
  const { criteria } = labels;
  const results = criterionResults(pack, answers);
  const onPaper = pack.criteria.filter(({ paper: prints }) => prints !== false);
  return {
    kind: 'criteria',
    title: criteria.title,
    lead: criteria.lead,
    head: { what: criteria.what, answer: criteria.answer, value: criteria.value },
    rows: onPaper.map(({ id, question }) => {
      const status = results.find((result) => result.id === id)?.status ?? 'notKnown';
      const told = answerWords(question, paper).join(', ');
      const decision = status === 'notMet' ? decisionWords(id, paper) : undefined;
      const parts = [
        ...(told === '' ? [] : [sentence(told)]),
        ...(status === 'notKnown' ? [criteria.seeNeeded] : []),
        ...(decision === undefined ? [] : [decision]),
      ];
      return { what: text(`criterion.${id}`), status, answer: criteria[status], value: parts.join(' ') };
    }),
  };
}
