import { comparable } from '../amendment.ts';
import { SLOTS } from '../answers.ts';
import { type Dose, timesMg, unitsPerDay } from '../course.ts';
import { formatDate } from '../dates.ts';
import { formatDoseMg } from '../doseWords.ts';
import type { LabelText } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { doseOfPlan, type LastVisit, tellsSince } from '../lastVisit.ts';
import type { CivilDate } from '../text.ts';
import { type Paper, phrase, typed } from './paper.ts';
import { testName } from './tests.ts';

const dailyMg = ({ strengthMg, units }: Dose) => timesMg(strengthMg, unitsPerDay(units));

type PlannedDose = NonNullable<LastVisit['dose']>;

/** How two values compare; `unknown` when only one of them was written: nobody can say whether it is another one then. */
type Compared = 'same' | 'other' | 'unknown';

function compared(now: unknown, before: unknown): Compared {
  if (comparable(now) === comparable(before)) return 'same';
  return now === undefined || before === undefined ? 'unknown' : 'other';
}

/** `other` when one of them is, `same` when all are. */
function together(all: readonly Compared[]): Compared {
  if (all.includes('other')) return 'other';
  return all.includes('unknown') ? 'unknown' : 'same';
}

/** A dose as she takes it. The times of day at which nothing is taken don't count. */
function wayCompared(now: PlannedDose, before: PlannedDose): Compared {
  const units = ({ form, strengthMg, units: each }: PlannedDose) => [form, strengthMg, SLOTS.map((slot) => each[slot])];
  const times = SLOTS.filter((slot) => now.units[slot] > 0).map((slot) => compared(now.slotTimes?.[slot], before.slotTimes?.[slot]));
  return together([compared(units(now), units(before)), ...times]);
}

/** A brand however it was typed: "PANGRAF" is "Pangraf". */
const asNamed = (brand: string | undefined) => (brand === undefined ? undefined : typed(brand).toLowerCase());

/**
 * Total of a day now and before, or the same total in another way; then another kind or brand, which are no less a change
 * of what she swallows. That the dose is the same is said only when all of it is known to be, and `mayBeSame`.
 */
function doseFacts({ program, dosesDue, labels }: Paper, { dose: before, stopped }: LastVisit, mayBeSame: boolean): string[] {
  const { since } = labels;
  const now = doseOfPlan(program);
  if (!dosesDue || now === undefined) return [];
  if (stopped && program.decision !== 'stop') return [since.goesOn];
  if (before === undefined) return [];
  const total = (dose: Dose) => formatDoseMg(dailyMg(dose), labels);
  const [way, kind] = [wayCompared(now, before), compared(now.release, before.release)];
  const brand = compared(asNamed(now.brand), asNamed(before.brand));
  const amount =
    dailyMg(now) !== dailyMg(before)
      ? [fill(since.dose, { now: total(now), before: total(before) })]
      : way === 'other'
        ? [fill(since.otherWay, { total: total(now), plan: labels.plan.title })]
        : mayBeSame && together([way, kind, brand]) === 'same'
          ? [since.sameDose]
          : [];
  return [
    ...amount,
    ...(kind === 'other' && now.release !== undefined ? [since.release[now.release]] : []),
    ...(brand === 'other' ? [fill(since.brand, { now: phrase(now.brand ?? ''), before: phrase(before.brand ?? '') })] : []),
  ];
}

/** What ends the course is another thing; nothing where one of them is not known, and where two dates stand for it. */
function howLongFact({ program: { stop }, labels }: Paper, before: LastVisit['stop']): string[] {
  if (stop === undefined || before === undefined || (stop.anchor === before.anchor && stop.week === before.week)) return [];
  return [fill(labels.since.howLong, { plan: labels.plan.title })];
}

/** Whether a date of the course, or what ends it, is known of both visits or of none. */
function samePartsKnown({ course, program }: Paper, last: LastVisit): boolean {
  const parts = [
    [program.transferDate, last.transferDate],
    [course.firstDay, last.firstDay],
    [course.lastDay, last.lastDay],
    [program.stop, last.stop ?? last.lastDay],
  ];
  return parts.every(([now, before]) => (now === undefined) === (before === undefined));
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
  if (last === undefined || !tellsSince(decision)) return [];
  const goesOn = decision !== 'stop';
  const facts = [
    ...doseFacts(paper, last, samePartsKnown(paper, last)),
    ...(goesOn ? moved(labels.calendar.transfer, program.transferDate, last.transferDate, paper) : []),
    ...(goesOn ? moved(labels.plan.firstDay, course.firstDay, last.firstDay, paper) : []),
    ...moved(labels.plan.lastDay, course.lastDay, last.lastDay, paper),
    ...(goesOn && !last.stopped ? howLongFact(paper, last.stop ?? (last.lastDay === undefined ? undefined : { anchor: 'date' })) : []),
    ...movedTests(paper, last.tests ?? []),
  ];
  if (facts.length === 0) return [];
  const date = formatDate(last.visitDate, labels);
  return [{ label: labels.since.label, text: `${fill(labels.since.lead, { date })} ${facts.join(' ')}` }];
}
