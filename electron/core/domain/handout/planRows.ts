import { type ProgramAnswers, SLOTS, type Slot } from '../answers.ts';
import { orderedSlots } from '../course.ts';
import { formatDate } from '../dates.ts';
import type { LabelText } from '../handoutModel.ts';
import { fill, type Labels } from '../labels.ts';
import type { CivilDate } from '../text.ts';
import { inSentence, joinAll, type Paper, phrase, sentence, stopped } from './paper.ts';
import { visitRows } from './summary.ts';

function day(date: CivilDate, slot: Slot | undefined, labels: Labels): string {
  const named = formatDate(date, labels, { weekday: 'long' });
  return slot === undefined ? `*${named}*.` : fill(labels.plan.dayAndSlot, { day: named, slot: inSentence(labels.dose.slots[slot]) });
}

/** The first slot of the first day and the last slot of the last, when the dose tells them. */
function endSlots({ dose, program }: Paper): { first: Slot | undefined; last: Slot | undefined } {
  const slots = dose === undefined ? [] : orderedSlots(dose.units);
  const from = program.start?.slot;
  const to = program.stop?.slot;
  return {
    first: slots.find((slot) => from === undefined || SLOTS.indexOf(slot) >= SLOTS.indexOf(from)),
    last: slots.findLast((slot) => to === undefined || SLOTS.indexOf(slot) <= SLOTS.indexOf(to)),
  };
}

/** "2 days before your embryo transfer.", while the date of the anchor is not known; undefined without a rule. */
export function startRule({ start }: ProgramAnswers, { plan }: Labels): string | undefined {
  if (start === undefined || start.anchor === 'date' || start.days === undefined) return undefined;
  const anchor = plan.anchors[start.anchor];
  const count = Math.abs(start.days);
  const side = start.days < 0 ? plan.daysBefore : plan.daysAfter;
  if (count === 0) return fill(plan.onDay, { anchor });
  return count === 1 ? fill(side.one, { anchor }) : fill(side.many, { number: count, anchor });
}

/** The same on paper, with "We tell you the date." */
export function relativeFirstDay(program: ProgramAnswers, labels: Labels): string {
  const rule = startRule(program, labels);
  return rule === undefined ? labels.plan.firstUnknown : `${rule} ${labels.plan.weTellDate}`;
}

function firstDay(paper: Paper): LabelText[] {
  const { program, course, labels } = paper;
  if (program.start === undefined) return [];
  const row = (text: string) => [{ label: labels.plan.firstDay, text }];
  if (course.firstDay === undefined) return row(relativeFirstDay(program, labels));
  if (paper.dose === undefined && (program.doseLater || paper.decision === 'start'))
    return row(fill(labels.plan.firstLater, { date: formatDate(course.firstDay, labels, { weekday: 'long' }) }));
  return row(day(course.firstDay, endSlots(paper).first, labels));
}

/** How long she goes on while no last day is planned. */
export function stopRule({ stop }: ProgramAnswers, { plan }: Labels): string {
  if (stop?.anchor === 'heartbeat') return plan.untilHeartbeat;
  if (stop?.anchor === 'pregnancyWeek' && stop.week !== undefined) return fill(plan.untilWeek, { week: stop.week });
  return plan.untilDoctor;
}

/** The same on paper; the date of such a rule is the day on which it is looked at. */
export function openEnd(program: ProgramAnswers, labels: Labels): string {
  const date = program.stop?.date;
  const rule = stopRule(program, labels);
  return date === undefined ? rule : `${rule} ${fill(labels.plan.lookedAt, { date: formatDate(date, labels, { weekday: 'short' }) })}`;
}

function lastDay(paper: Paper): LabelText[] {
  const { program, course, labels } = paper;
  const { plan } = labels;
  if (course.lastDay === undefined) return [{ label: plan.howLong, text: openEnd(program, labels) }];
  const named = day(course.lastDay, endSlots(paper).last, labels);
  const { tabletDays } = course;
  const counted =
    tabletDays === undefined ? named : fill(tabletDays === 1 ? plan.lastDays.one : plan.lastDays.many, { day: named, number: tabletDays });
  return [{ label: plan.lastDay, text: `${counted} ${plan.goOn}` }];
}

function lastDose(paper: Paper): LabelText[] {
  const { course, labels } = paper;
  if (course.lastDay === undefined) return [];
  return [{ label: labels.plan.lastDose, text: day(course.lastDay, endSlots(paper).last, labels) }];
}

function food({ program, labels }: Paper): LabelText[] {
  return program.food === undefined ? [] : [{ label: labels.plan.food, text: sentence(program.food) }];
}

/** "Never take two doses together" always comes first (L14), then the doctor's rule. */
function missed({ program, labels }: Paper): LabelText[] {
  const rule = program.missedDose === undefined ? labels.plan.missedAsk : sentence(program.missedDose);
  return [{ label: labels.plan.missed, text: `${labels.plan.neverTwo} ${rule}` }];
}

function who({ program, labels }: Paper): LabelText[] {
  const { fertility, kidney } = program.supervisors ?? {};
  const names = [
    ...(fertility === undefined ? [] : [fill(labels.plan.fertility, { name: phrase(fertility) })]),
    ...(kidney === undefined ? [] : [fill(labels.plan.kidney, { name: phrase(kidney) })]),
  ];
  return names.length === 0 ? [] : [{ label: labels.plan.who, text: stopped(joinAll(names, labels.lists.and)) }];
}

function also({ program, labels }: Paper): LabelText[] {
  return program.otherMedicines === undefined ? [] : [{ label: labels.plan.also, text: sentence(program.otherMedicines) }];
}

/**
 * The rows of the plan, in the order of the paper. After the last dose only who watches, what else is taken, and the
 * visits ahead: they stand last, because the last rows are those that move to page 2 when page 1 is full.
 */
export function planRows(paper: Paper): LabelText[] {
  if (paper.kind === 'stop')
    return [
      ...lastDose(paper),
      ...(paper.dosesDue ? [...food(paper), ...missed(paper)] : []),
      ...who(paper),
      ...also(paper),
      ...visitRows(paper),
    ];
  return [...firstDay(paper), ...lastDay(paper), ...food(paper), ...missed(paper), ...who(paper), ...also(paper)];
}
