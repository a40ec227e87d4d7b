import type { Answers, Decision, ProgramAnswers } from '../answers.ts';
import { courseOf, type Dose, doseOf } from '../course.ts';
import type { Course } from '../evaluation.ts';
import { fill, type Labels } from '../labels.ts';
import { type Pack, packText } from '../pack.ts';
import type { Snapshot, Visit } from '../visit.ts';

/**
 * What the paper is for: `dose` tells how to take the medicine (start, continue, change, not decided yet), `stop` how to
 * end it, `none` (wait, not taking it) holds no dose, no calendar and no red flags of the medicine.
 */
export type PaperKind = 'dose' | 'stop' | 'none';

/** Everything that the blocks read. */
export interface Paper {
  kind: PaperKind;
  decision: Decision | undefined;
  visit: Visit;
  pack: Pack;
  answers: Answers;
  program: ProgramAnswers;
  labels: Labels;
  course: Course;
  /** Absent when it is to be filled in later or a part of it is missing. */
  dose: Dose | undefined;
  /** true when doses may be due from the visit on. */
  dosesDue: boolean;
  /** Words of the pack in the language of the paper. */
  text: (id: string) => string;
  /** Name of the medicine within a sentence. */
  medicine: string;
}

/** The kind of paper that a decision asks for. */
export function kindOf(decision: Decision | undefined): PaperKind {
  if (decision === 'wait' || decision === 'notTaking') return 'none';
  return decision === 'stop' ? 'stop' : 'dose';
}

/** Reads a snapshot for the blocks of the paper. */
export function paperOf({ visit, pack }: Snapshot, labels: Labels): Paper {
  const { program } = visit.answers;
  const course = courseOf(visit.answers);
  const kind = kindOf(program.decision);
  const text = (id: string) => packText(pack, labels.language, id);
  return {
    kind,
    decision: program.decision,
    visit,
    pack,
    answers: visit.answers,
    program,
    labels,
    course,
    dose: kind === 'none' || program.doseLater ? undefined : doseOf(program),
    dosesDue: kind === 'dose' || (kind === 'stop' && (course.lastDay === undefined || course.lastDay >= visit.visitDate)),
    text,
    medicine: inSentence(text('medicine')),
  };
}

/** A name that begins a line, as it stands within a sentence: "Drug level" → "drug level", "TSH" stays. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A typed text on one line. */
export function typed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A typed text without the full stop at its end, to be put into a sentence. */
export function phrase(text: string): string {
  return typed(text).replace(/[.।\s]+$/u, '');
}

/** A line with the full stop of the script in which it ends: a danda after Devanagari. */
export function stopped(line: string): string {
  const lastLetter = line.match(/\p{L}/gu)?.at(-1) ?? '';
  return `${line}${/\p{Script=Devanagari}/u.test(lastLetter) ? '।' : '.'}`;
}

/** A typed text that ends like a sentence. */
export function sentence(text: string): string {
  const line = typed(text);
  return /[.!?।…]["”’)]?$/u.test(line) ? line : stopped(line);
}

/** "a", "a and b", "a, b and c". */
export function joinAll(parts: readonly string[], pattern: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : fill(pattern, { first: parts.slice(0, -1).join(', '), last });
}

const NUMBER_AND_UNIT = /(\d) (?=(?:mg|mcg|µg|g|ml|mm|cm|am|pm)(?![\p{L}\p{N}]))/gu;

/** Puts a no-break space between every number and its unit, and after ₹, anywhere in a model. */
export function keepTogether<T>(value: T): T {
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return each.replace(NUMBER_AND_UNIT, '$1\u00a0').replace(/₹ (?=\d)/g, '₹\u00a0');
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each === 'object' && each !== null)
      return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)]));
    return each;
  };
  return walk(value) as T;
}
