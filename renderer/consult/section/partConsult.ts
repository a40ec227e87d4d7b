import { useState } from 'react';
import { sectionOfField } from '#core/domain/gate.ts';
import type { Section } from '#core/domain/pack.ts';
import { type Consult, useConsult } from '../answers/ConsultContext.ts';

/** Answers that more than one section shows: the course, what follows the decision, and decisions against a "no" of any section. */
const SHARED: ReadonlySet<string> = new Set(
  [
    'decision',
    'criterionDecisions',
    'form',
    'strengthMg',
    'units',
    'doseLater',
    'start',
    'stop',
    'transferDate',
    'nextDate',
    'tests',
    'visits',
  ].map((id) => `program.${id}`),
);

function changedKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  if (one === other) return [];
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
}

/** Whether a section looks different: its own answers, those it shares, or what follows from any of them. */
function differs(one: Consult, other: Consult, section: Section): boolean {
  const shows = (key: string) =>
    SHARED.has(key) ||
    (key.startsWith('topic.') ? section.questions.includes(key.slice(6)) : sectionOfField(other.pack, key) === section.id);
  const changed = [
    ...changedKeys(one.state.values, other.state.values),
    ...changedKeys(one.state.drafts, other.state.drafts),
    ...changedKeys(one.state.conflicts, other.state.conflicts),
  ];
  const follows = ({ evaluation, language, today, consultation, pack }: Consult) =>
    JSON.stringify([evaluation.conflicts, evaluation.criteria, evaluation.course, language, today, consultation.id, pack.version]);
  return changed.some(shows) || follows(one) !== follows(other);
}

/**
 * The consultation as one section shows it: the same object until something changes that stands there. On the page with
 * every question a letter is drawn in its own section and not in all of them.
 */
export function usePartConsult(section: Section): Consult {
  const consult = useConsult();
  const [held, setHeld] = useState(consult);
  if (held === consult || !differs(held, consult, section)) return held;
  setHeld(consult);
  return consult;
}
