import { formatDateTime } from '../dates.ts';
import type { Block, LabelText } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { type Paper, phrase, sentence } from './paper.ts';

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

/** Visits stand in the calendar; a paper without one names them here. */
function visits({ kind, program, labels, visit }: Paper): LabelText[] {
  const ahead = (program.visits ?? []).filter(({ date }) => date >= visit.visitDate);
  if (kind === 'dose' || ahead.length === 0) return [];
  const lines = ahead.map(({ date, time, purpose }) => `${formatDateTime(date, time, labels)}: ${phrase(purpose)}`);
  return [{ label: labels.summary.visits, text: `${lines.join('; ')}.` }];
}

/** Block 3: why, what was decided, what to know ("off-label" on every paper), the next step and its date. */
export function summaryOf(paper: Paper): Block {
  const { program, labels, pack, text } = paper;
  const next = nextStep(paper);
  return {
    kind: 'summary',
    title: labels.summary.title,
    rows: [
      ...(program.why === undefined ? [] : [{ label: labels.summary.why, text: sentence(program.why) }]),
      { label: labels.summary.decided, text: decided(paper) },
      { label: labels.summary.know, text: pack.handout.know.map(({ id }) => text(id)).join(' ') },
      ...(next === undefined ? [] : [{ label: labels.summary.next, text: next }]),
      ...visits(paper),
    ],
  };
}
