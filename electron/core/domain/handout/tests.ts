import type { ProgramAnswers } from '../answers.ts';
import { stillNeeded, stillToCheck } from '../criteria.ts';
import { formatDate, formatDateTime } from '../dates.ts';
import type { Block, LabelText } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { type Paper, phrase, sentence, typed } from './paper.ts';

type PlannedTest = NonNullable<ProgramAnswers['tests']>[number];

/** Name of a planned test: the pack's, or the one that was typed. */
export function testName({ test, name }: PlannedTest, { pack, text }: Paper): string {
  if (pack.protocol.tests.some(({ id }) => id === test)) return text(`test.${test}`);
  return phrase(name ?? test);
}

/** true for the drug level: blood first, then the dose (L16). */
export function isBeforeDose({ test }: PlannedTest, { pack, dosesDue }: Paper): boolean {
  return dosesDue && pack.protocol.tests.some(({ id, beforeDose }) => id === test && beforeDose);
}

function why(test: PlannedTest, paper: Paper): string {
  if (isBeforeDose(test, paper)) return paper.labels.tests.bloodFirst;
  return paper.pack.protocol.tests.some(({ id }) => id === test.test) ? paper.text(`test.${test.test}.why`) : '';
}

/** Block 7: which test, when and why, with a box for the result. After a stop only those that remain. */
export function testsOf(paper: Paper): Block[] {
  const { program, labels, kind, visit } = paper;
  const planned = (program.tests ?? []).filter(({ date }) => kind !== 'stop' || date >= visit.visitDate);
  if (planned.length === 0) return [];
  const { title, when, test, why: whyHead, result } = labels.tests;
  const sorted = planned.toSorted((one, other) => `${one.date}${one.time ?? ''}`.localeCompare(`${other.date}${other.time ?? ''}`, 'en'));
  return [
    {
      kind: 'tests',
      title,
      head: { when, test, why: whyHead, result },
      rows: sorted.map((each) => ({
        when: formatDateTime(each.date, each.time, labels),
        test: testName(each, paper),
        why: why(each, paper),
      })),
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
