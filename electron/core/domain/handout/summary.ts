import { formatDateTime } from '../dates.ts';
import type { Block, LabelText } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { visitsThatHold } from '../planned.ts';
import { type Paper, phrase, sentence, stopped } from './paper.ts';
import { sinceRow } from './since.ts';

function decided({ decision, labels, medicine, visit }: Paper): string {
  if (decision === undefined) return labels.summary.undecided;
  const what = fill(labels.summary.decisions[decision], { medicine });
  return `${what} ${fill(labels.summary.together, { doctor: phrase(visit.doctor.name) })}`;
}

function nextStep({ program, labels }: Paper): string | undefined {
  const { nextStep: step, nextDate: date } = program;
  const when = date === undefined ? undefined : formatDateTime(date, program.nextTime, labels, 'long');
  if (step === undefined) return when === undefined ? undefined : `*${when}.* ${labels.summary.bring}`;
  return when === undefined ? sentence(step) : `${fill(labels.summary.nextOn, { step: phrase(step), date: when })} ${labels.summary.bring}`;
}

/** Visits in a row: a row is never cut by the end of a page, so it must stay low. */
const VISITS_IN_ROW = 5;

/** Visits ahead, for a paper without a calendar of doses. Only the first row has a label. */
export function visitRows({ program, labels, visit }: Paper): LabelText[] {
  const ahead = visitsThatHold(program, visit).map(
    ({ date, time, purpose }) => `${formatDateTime(date, time, labels)}: ${phrase(purpose)}`,
  );
  return Array.from({ length: Math.ceil(ahead.length / VISITS_IN_ROW) }, (_, row) => ({
    label: row === 0 ? labels.summary.visits : '',
    text: stopped(ahead.slice(row * VISITS_IN_ROW, (row + 1) * VISITS_IN_ROW).join('; ')),
  }));
}

/** Block 3: why, what was decided, what has changed since the last visit, what to know ("off-label" on every paper), the next step and its date. */
export function summaryOf(paper: Paper): Block {
  const { program, labels, pack, text } = paper;
  const next = nextStep(paper);
  return {
    kind: 'summary',
    title: labels.summary.title,
    rows: [
      ...(program.why === undefined ? [] : [{ label: labels.summary.why, text: sentence(program.why) }]),
      { label: labels.summary.decided, text: decided(paper) },
      ...sinceRow(paper),
      { label: labels.summary.know, text: pack.handout.know.map(({ id }) => text(id)).join(' ') },
      ...(next === undefined ? [] : [{ label: labels.summary.next, text: next }]),
      ...(paper.kind === 'none' ? visitRows(paper) : []),
    ],
  };
}
