import { comparable } from '../amendment.ts';
import { SLOTS } from '../answers.ts';
import { type Dose, timesMg, unitsPerDay } from '../course.ts';
import { formatDate } from '../dates.ts';
import { formatDoseMg } from '../doseWords.ts';
import type { LabelText } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import type { LastVisit } from '../lastVisit.ts';
import type { CivilDate } from '../text.ts';
import type { Paper } from './paper.ts';
import { testName } from './tests.ts';

const dailyMg = ({ strengthMg, units }: Dose) => timesMg(strengthMg, unitsPerDay(units));

/** A dose as she takes it: the times of day at which nothing is taken don't count. */
function asTaken({ form, strengthMg, units, slotTimes }: NonNullable<LastVisit['dose']>): string {
  const at = SLOTS.filter((slot) => units[slot] > 0).map((slot) => [slot, units[slot], slotTimes?.[slot] ?? null]);
  return comparable([form, strengthMg, at]);
}

/** Total of a day now and before; the same total in another way; or the same. Nothing while one of them is not known. */
function doseFact({ dose: now, dosesDue, program, labels: { since, ...labels } }: Paper, before: LastVisit['dose']): string[] {
  if (!dosesDue || now === undefined || before === undefined) return [];
  const total = (dose: Dose) => formatDoseMg(dailyMg(dose), { since, ...labels });
  if (dailyMg(now) !== dailyMg(before)) return [fill(since.dose, { now: total(now), before: total(before) })];
  const { slotTimes } = program;
  const same = asTaken({ ...now, ...(slotTimes === undefined ? {} : { slotTimes }) }) === asTaken(before);
  return [same ? since.sameDose : fill(since.otherWay, { total: total(now) })];
}

/** "Last day: now …, before …."; nothing when one of them is not known, or both are the same. */
function moved(what: string, now: CivilDate | undefined, before: CivilDate | undefined, { labels }: Paper): string[] {
  if (now === undefined || before === undefined || now === before) return [];
  const day = (date: CivilDate) => formatDate(date, labels, { weekday: 'short' });
  return [fill(labels.since.moved, { what, now: day(now), before: day(before) })];
}

/**
 * Tests that have another date now. Only those still ahead count, and only where one date stands for one: of a test that
 * is repeated nobody can say which date became which.
 */
function movedTests(paper: Paper, before: NonNullable<LastVisit['tests']>): string[] {
  const { visit, program } = paper;
  const ahead = (tests: NonNullable<LastVisit['tests']>, test: string) =>
    tests.filter((each) => each.test === test && each.date >= visit.visitDate);
  const planned = program.tests ?? [];
  return [...new Set(planned.map(({ test }) => test))].flatMap((test) => {
    const [[now, ...otherNow], [old, ...otherOld]] = [ahead(planned, test), ahead(before, test)];
    if (now === undefined || old === undefined || otherNow.length + otherOld.length > 0 || now.name !== old.name) return [];
    return moved(testName(now, paper), now.date, old.date, paper);
  });
}

/**
 * On the paper of a follow-up: what is known to have changed since the last visit, as two records say it, and nothing of
 * why or of what should follow. No row when nothing can be compared, and none on a paper that starts or gives no medicine.
 */
export function sinceRow(paper: Paper): LabelText[] {
  const { decision, course, program, labels, visit } = paper;
  const last = visit.lastVisit;
  if (last === undefined || (decision !== 'continue' && decision !== 'change' && decision !== 'stop')) return [];
  const goesOn = decision !== 'stop';
  const facts = [
    ...doseFact(paper, last.dose),
    ...(goesOn ? moved(labels.calendar.transfer, program.transferDate, last.transferDate, paper) : []),
    ...(goesOn ? moved(labels.plan.firstDay, course.firstDay, last.firstDay, paper) : []),
    ...moved(labels.plan.lastDay, course.lastDay, last.lastDay, paper),
    ...movedTests(paper, last.tests ?? []),
  ];
  if (facts.length === 0) return [];
  const date = formatDate(last.visitDate, labels);
  return [{ label: labels.since.label, text: `${fill(labels.since.lead, { date })} ${facts.join(' ')}` }];
}
