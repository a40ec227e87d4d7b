import { SLOTS } from '../answers.ts';
import { type Dose, timesMg, unitsPerDay } from '../course.ts';
import { formatDate, formatTime } from '../dates.ts';
import { doseSum, formatDoseMg, unitName } from '../doseWords.ts';
import type { Block, DoseSlot } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { callNumbers } from './furniture.ts';
import { inSentence, joinAll, type Paper, phrase } from './paper.ts';
import { planRows } from './planRows.ts';

function slotsOf({ form, units }: Dose, { program, labels }: Paper): DoseSlot[] {
  return SLOTS.map((slot) => {
    const time = units[slot] > 0 ? program.slotTimes?.[slot] : undefined;
    return {
      slot,
      name: labels.dose.slots[slot],
      units: units[slot],
      unitName: unitName(form, units[slot], labels),
      ...(time === undefined ? {} : { time: formatTime(time, labels) }),
    };
  });
}

/** "1 mg = two 0.5 mg capsules. Total in one day: 1 mg.", and a word of its own above the sources' range. */
function sumOf(dose: Dose, { pack, labels }: Paper): string {
  const isHigher = timesMg(dose.strengthMg, unitsPerDay(dose.units)) > pack.protocol.usualDailyMg.max;
  return isHigher ? `${doseSum(dose, labels)} ${labels.dose.higher}` : doseSum(dose, labels);
}

/** What stands instead of, or above, the dose. */
function noticeOf({ kind, decision, dose, program, course, labels, medicine, dosesDue }: Paper): string | undefined {
  if (kind === 'stop') {
    if (course.lastDay === undefined) return labels.plan.stopUnknown;
    if (!dosesDue) return fill(labels.plan.stopNow, { medicine });
    const { slot } = program.stop ?? {};
    const date = formatDate(course.lastDay, labels, { weekday: 'long' });
    const until = slot === undefined ? date : `${date}, ${inSentence(labels.dose.slots[slot])}`;
    return fill(labels.plan.stopOn, { date: until });
  }
  if (decision === undefined) return labels.dose.undecided;
  if (dose !== undefined) return undefined;
  return decision === 'start' || program.doseLater ? labels.dose.later : labels.dose.keepTaking;
}

function aboutOf({ program, labels }: Paper): string | undefined {
  const { brand, release } = program;
  if (brand === undefined && release === undefined) return undefined;
  return [
    ...(brand === undefined ? [] : [fill(labels.dose.brand, { brand: phrase(brand) })]),
    ...(release === undefined ? [] : [labels.dose.release[release]]),
    labels.dose.looks,
  ].join(' ');
}

/** Block 4: medicine, dose, sum and rules. After the last dose it holds no dose. */
export function planOf(paper: Paper): Block {
  const { labels, text, dosesDue } = paper;
  const dose = dosesDue ? paper.dose : undefined;
  const notice = noticeOf(paper);
  const about = dosesDue ? aboutOf(paper) : undefined;
  const medicine =
    dose === undefined
      ? text('medicine')
      : fill(labels.dose.medicine, {
          medicine: text('medicine'),
          strength: formatDoseMg(dose.strengthMg, labels),
          units: labels.dose.many[dose.form],
        });
  return {
    kind: 'plan',
    title: labels.plan.title,
    medicine,
    ...(about === undefined ? {} : { about }),
    ...(dose === undefined ? {} : { slots: slotsOf(dose, paper), sum: sumOf(dose, paper) }),
    ...(notice === undefined ? {} : { notice }),
    rows: planRows(paper),
    more: { line: labels.plan.moreLine, title: labels.plan.moreTitle },
  };
}

/** Block 5: signs to call for, with both numbers and the emergency numbers of the clinic. */
export function redFlagsOf(paper: Paper): Block {
  const { labels, pack, text, visit, dosesDue } = paper;
  const numbers = joinAll(visit.clinic.emergencyNumbers, labels.lists.or);
  return {
    kind: 'redFlags',
    title: labels.redFlags.title,
    phones: callNumbers(paper),
    signs: pack.handout.redFlags.map(({ id }) => text(id)),
    call: dosesDue ? labels.redFlags.call : labels.redFlags.callAfterStop,
    emergency: fill(dosesDue ? labels.redFlags.emergency : labels.redFlags.emergencyAfterStop, { numbers }),
    show: labels.redFlags.show,
    elsewhere: labels.redFlags.elsewhere,
  };
}
