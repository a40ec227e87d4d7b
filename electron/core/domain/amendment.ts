import type { AnswerKey, Answers, ProgramQuestionId } from './answers.ts';
import { courseOf } from './course.ts';
import type { Evaluation, GateItem } from './evaluation.ts';
import { fill, type Labels } from './labels.ts';
import { answersFromRows } from './parseAnswer.ts';
import { PRINTED_FACTS, type PrintedFact } from './printedFacts.ts';

/** One printed fact that an amendment changes. Dates (YYYY-MM-DD) and the number of days carry both values; absent is not known. */
export interface Difference {
  fact: PrintedFact;
  before?: string | number;
  after?: string | number;
}

/** An answer that an amendment changes; null takes it back. */
export interface AnswerChange {
  key: AnswerKey;
  value: unknown;
}

/** Where an answer shows on paper; what is not here is printed among the rest, or is compared by what it works out to. */
const FACTS: Partial<Record<ProgramQuestionId, PrintedFact>> = {
  decision: 'decision',
  form: 'dose',
  strengthMg: 'dose',
  brand: 'dose',
  release: 'dose',
  units: 'dose',
  slotTimes: 'dose',
  doseLater: 'dose',
  start: 'firstDay',
  stop: 'howLong',
  food: 'food',
  missedDose: 'missedDose',
  ifTransferMoves: 'whatIf',
  ifNegative: 'whatIf',
  ifBleeding: 'whatIf',
  ifVomiting: 'whatIf',
  tests: 'tests',
  visits: 'visits',
  nextStep: 'nextStep',
  nextDate: 'nextStep',
  nextTime: 'nextStep',
  supervisors: 'supervisors',
  otherMedicines: 'otherMedicines',
};
/** Not on her paper, or printed only through the course that they work out to. */
const WITHOUT_FACT: ReadonlySet<string> = new Set([
  'privateNote',
  'acknowledged',
  'talkLanguage',
  'chosen',
  'doseReason',
  'transferDate',
  'ovulationDate',
  'preparationDate',
]);

/** The same value gives the same text, whatever the order of its keys. */
export function comparable(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
        : each,
    ) ?? ''
  );
}

function changedKeys(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => comparable(old.get(key)) !== comparable(now.get(key)));
}

/**
 * What an amendment changes on paper: the transfer date and the course that both sets of answers work out to, with their
 * values, and the name of every other part whose answers differ. In the order of `PRINTED_FACTS`; empty when the same
 * would be printed.
 */
export function differences(before: Answers, after: Answers): Difference[] {
  const found = new Map<PrintedFact, Difference>();
  const [old, now] = [courseOf(before), courseOf(after)];
  const compare = (fact: PrintedFact, was: string | number | undefined, is: string | number | undefined) => {
    if (was !== is) found.set(fact, { fact, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) });
  };
  compare('transfer', before.program.transferDate, after.program.transferDate);
  compare('firstDay', old.firstDay, now.firstDay);
  compare('lastDay', old.lastDay, now.lastDay);
  compare('days', old.tabletDays, now.tabletDays);
  for (const id of changedKeys(before.program, after.program)) {
    if (WITHOUT_FACT.has(id) || (id === 'stop' && found.has('lastDay'))) continue;
    const fact = FACTS[id as ProgramQuestionId] ?? 'other';
    if (!found.has(fact)) found.set(fact, { fact });
  }
  if (changedKeys(before.topic, after.topic).length > 0) found.set('other', { fact: 'other' });
  return PRINTED_FACTS.flatMap((fact) => found.get(fact) ?? []);
}

/** The answers of a final paper with the changes of an amendment; a null takes the answer back. */
export function withChanges({ program, topic }: Answers, changes: readonly AnswerChange[]): Answers {
  const rows = [
    ...Object.entries(program).map(([id, value]) => ({ key: `program.${id}`, value })),
    ...Object.entries(topic).map(([id, value]) => ({ key: `topic.${id}`, value })),
  ];
  return answersFromRows([...rows, ...changes]);
}

/**
 * What keeps an amendment from being made: the lines of the gate that are not ready. A first day that is past stops
 * nothing when the paper that is replaced had the same one: she has begun, and her new paper may say so.
 */
export function amendmentGate({ gate, conflicts }: Evaluation, before: Answers): GateItem[] {
  const { firstDay } = courseOf(before);
  const wrongDates = conflicts.filter(({ id, blocks }) => blocks && id !== 'doseOutsideRange');
  const onlyBegun = wrongDates.every(({ id, value }) => id === 'startInPast' && value === firstDay);
  return gate.filter(({ id, state }) => state !== 'ready' && !(id === 'dates' && onlyBegun));
}

/** The names of the changed facts as page 1 prints them: "transfer date", "first day". */
export function changedWords(facts: readonly PrintedFact[], labels: Labels): string[] {
  return facts.map((fact) => labels.replaces.facts[fact]);
}

/**
 * The note on page 1 of an amended paper. `date` is the day on which the replaced paper was made, as printed. Two papers
 * of one day are told apart by the version in their footers.
 */
export function replacesNote(
  note: { date: string; version: string; sameDay: boolean; changed: readonly string[] },
  labels: Labels,
): string {
  const { date, version, changed } = note;
  return fill(note.sameDay ? labels.replaces.sameDay : labels.replaces.note, { date, version, changed: changed.join(', ') });
}
