import type { ProgramAnswers } from '../answers.ts';
import { stillNeeded, stillToCheck } from '../criteria.ts';
import { formatDate, formatDateTime } from '../dates.ts';
import type { Block, LabelText } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { drugLevelsOf, testsThatHold } from '../planned.ts';
import { inSentence, type Paper, phrase, sentence, typed } from './paper.ts';

type PlannedTest = NonNullable<ProgramAnswers['tests']>[number];

/** Name of a planned test: the pack's, or the one that was typed. */
export function testName({ test, name }: PlannedTest, { pack, text }: Paper): string {
  if (pack.protocol.tests.some(({ id }) => id === test)) return text(`test.${test}`);
  return phrase(name ?? test);
}

/** true for the drug level while doses are due: blood first, then the dose (L16). */
export function isBeforeDose(test: PlannedTest, paper: Paper): boolean {
  return paper.dosesDue && drugLevelsOf(paper.pack).has(test.test);
}

function why(test: PlannedTest, paper: Paper): string {
  if (isBeforeDose(test, paper)) return paper.labels.tests.bloodFirst;
  return paper.pack.protocol.tests.some(({ id }) => id === test.test) ? paper.text(`test.${test.test}.why`) : '';
}

/** Names that share a row, in characters: a row is never cut by the end of a page, so it must stay low. */
const NAMES_IN_ROW = 80;

/**
 * Tests of one date and time share a row, so that she reads each appointment once; the drug level has a row of its own,
 * because only there the blood comes before the dose (L16).
 */
function appointments(planned: readonly PlannedTest[], paper: Paper): PlannedTest[][] {
  const rows: PlannedTest[][] = [];
  for (const test of planned) {
    const row = rows.findLast(([first]) => first?.date === test.date && first.time === test.time && !isBeforeDose(first, paper));
    const named = row === undefined ? '' : namesOf(row, paper);
    if (row === undefined || isBeforeDose(test, paper) || named.length + testName(test, paper).length > NAMES_IN_ROW) rows.push([test]);
    else row.push(test);
  }
  return rows;
}

function namesOf(tests: readonly PlannedTest[], paper: Paper): string {
  const names = tests.map((test) => testName(test, paper));
  return [...new Set(names)].map((name, index) => (index === 0 ? name : inSentence(name))).join(', ');
}

/** Why, each reason once; several stand as sentences. */
function whyAll(tests: readonly PlannedTest[], paper: Paper): string {
  const reasons = [...new Set(tests.map((test) => why(test, paper)).filter((reason) => reason !== ''))];
  return reasons.length > 1 ? reasons.map(sentence).join(' ') : (reasons[0] ?? '');
}

/** Block 7: which tests, when and why, with a box for the result; those that hold for the decision. */
export function testsOf(paper: Paper): Block[] {
  const { program, labels, visit, pack } = paper;
  const planned = testsThatHold(program, { visitDate: visit.visitDate, drugLevels: drugLevelsOf(pack) });
  if (planned.length === 0) return [];
  const { title, when, test, why: whyHead, result } = labels.tests;
  const sorted = planned.toSorted((one, other) => `${one.date}${one.time ?? ''}`.localeCompare(`${other.date}${other.time ?? ''}`, 'en'));
  return [
    {
      kind: 'tests',
      title,
      head: { when, test, why: whyHead, result },
      rows: appointments(sorted, paper).flatMap((tests) => {
        const [first] = tests;
        if (first === undefined) return [];
        return [{ when: formatDateTime(first.date, first.time, labels), test: namesOf(tests, paper), why: whyAll(tests, paper) }];
      }),
    },
  ];
}

/** What is still to check. With the criteria switched off only what was said to be not known. */
export function neededOf({ pack, answers, labels, text }: Paper, withCriteria: boolean): Block[] {
  const open = withCriteria ? stillToCheck(pack, answers) : stillNeeded(pack, answers);
  if (open.length === 0) return [];
  const items = open.map(({ question, note, date }) => {
    const parts = [`*${sentence(text(`question.${question}.needed`))}*`];
    if (note !== undefined) parts.push(sentence(note));
    if (date !== undefined) parts.push(fill(labels.needed.due, { date: formatDate(date, labels, { weekday: 'short' }) }));
    return parts.join(' ');
  });
  return [{ kind: 'needed', title: labels.needed.title, items }];
}

/** What to do if something changes: the doctor's fields, and "ask" where one is empty. */
export function changesOf({ program, labels }: Paper): Block {
  const { changes } = labels;
  const row = (label: string, rule: string | undefined, otherwise: string): LabelText => ({
    label,
    text: rule === undefined ? otherwise : sentence(typed(rule)),
  });
  return {
    kind: 'changes',
    title: changes.title,
    rows: [
      row(changes.transfer, program.ifTransferMoves, changes.transferRule),
      row(changes.negative, program.ifNegative, changes.ask),
      row(changes.bleeding, program.ifBleeding, changes.ask),
      row(changes.vomiting, program.ifVomiting, changes.ask),
    ],
  };
}
