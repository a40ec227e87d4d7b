import { comparable, type Difference, differences } from './amendment.ts';
import type { Answers } from './answers.ts';
import { tellsSince } from './lastVisit.ts';
import { PRINTED_FACTS, type PrintedFact } from './printedFacts.ts';
import type { Visit } from './visit.ts';

/** What stands on every page besides the answers, and the fact that names it. */
const FRAME: readonly [PrintedFact, (visit: Visit) => unknown][] = [
  ['name', ({ patient }) => patient.name],
  ['details', ({ patient: { recordNumber, age } }) => [recordNumber, age]],
  ['clinic', ({ clinic }) => clinic],
  ['doctor', ({ doctor }) => doctor],
];

/** Whether the plan of the visit before, as the line about what has changed since then compares it, is another one. */
export function sinceDiffers(before: Visit, after: Visit): boolean {
  const read = ({ answers, lastVisit }: Visit) => (tellsSince(answers.program.decision) ? lastVisit : undefined);
  return comparable(read(before)) !== comparable(read(after));
}

/**
 * What differs between the papers of two visits, as page 1 of an amended paper names it: who she is, the clinic and the
 * doctor, and the plan of the visit before, beside what the answers give. A name carries both values. In the order of `PRINTED_FACTS`; empty when the same
 * would be printed.
 */
export function paperDifferences(before: Visit, after: Visit): Difference[] {
  const frame = FRAME.filter(([, read]) => comparable(read(before)) !== comparable(read(after))).map(
    ([fact]): Difference => (fact === 'name' ? { fact, before: before.patient.name, after: after.patient.name } : { fact }),
  );
  const since: Difference[] = sinceDiffers(before, after) ? [{ fact: 'other' }] : [];
  const all = [...frame, ...since, ...differences(before.answers, after.answers)];
  return PRINTED_FACTS.flatMap((fact) => all.find((each) => each.fact === fact) ?? []);
}

/** true when there is something for which a new paper is worth making: another doctor's name alone is not. */
export function isWorthAPaper(changed: readonly PrintedFact[]): boolean {
  return changed.some((fact) => fact !== 'doctor');
}

/** An answer that differs; null is no answer. */
export interface ChangedAnswer {
  key: string;
  before: unknown;
  after: unknown;
}

const rowsOf = ({ program, topic }: Answers) =>
  new Map<string, unknown>([
    ...Object.entries(program).map(([id, value]) => [`program.${id}`, value] as const),
    ...Object.entries(topic).map(([id, value]) => [`topic.${id}`, value] as const),
  ]);

/** Every answer that two visits have differently, by its key, printed or not. */
export function changedAnswers(before: Answers, after: Answers): ChangedAnswer[] {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => ({ key, before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((each) => comparable(each.before) !== comparable(each.after));
}
