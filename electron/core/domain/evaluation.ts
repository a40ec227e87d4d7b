import type { CivilDate } from './text.ts';

export type CriterionStatus = 'met' | 'notMet' | 'notKnown' | 'doesNotApply';
/** Kleene's three values, and `neutral` for what does not apply: it counts as true in `all` and as false in `any`. */
export type Truth = 'true' | 'false' | 'unknown' | 'neutral';

export interface CriterionResult {
  id: string;
  status: CriterionStatus;
  /** false while its question has no answer at all: the screen says "not asked yet". */
  asked: boolean;
}

/** Something that is not known yet and has to be found out; text id `question.<question>.needed`. */
export interface StillNeeded {
  question: string;
  section: string;
  /** What is to come, in the doctor's words, when they are given. */
  note?: string;
  date?: CivilDate;
}

/** One line of the gate before final. The window has its words; `section` and `field` say where to mend it. */
export interface GateItem {
  id: GateId;
  state: 'ready' | 'missing' | 'conflict';
  section: string;
  field: string;
}
export const GATE_IDS = [
  'decision',
  'nextStep',
  'dose',
  'doseReason',
  'firstDay',
  'stopRule',
  'safety',
  'supervision',
  'whatIf',
  'price',
  'dates',
  'clinic',
  'approval',
] as const;
export type GateId = (typeof GATE_IDS)[number];

/** A conflict between answers, shown at its field. */
export interface Conflict {
  id:
    | 'endBeforeStart'
    | 'startInPast'
    | 'firstSlotEmpty'
    | 'lastSlotEmpty'
    | 'nextDateInPast'
    | 'testInPast'
    | 'testBeforeFirstDose'
    | 'testAfterLastDose'
    | 'doseOutsideRange'
    | 'visitInPast'
    | 'courseTooLong'
    | 'priceInFuture'
    | 'priceInAllLess';
  field: string;
  /** The date or dose that is in conflict, as data: the window and the paper have the words. */
  value?: string;
  /** true: it stops "final" until it is mended or given a reason. */
  blocks: boolean;
}

/** Course of the medicine as dates: everything the calendar, the timeline and the read-back need. */
export interface Course {
  dailyMg?: number;
  unitsPerDay?: number;
  firstDay?: CivilDate;
  /** Last planned day; absent when the stop rule is open. */
  lastDay?: CivilDate;
  /** last − first + 1, both counted. */
  tabletDays?: number;
}

export interface SectionState {
  id: string;
  state: 'notOpened' | 'opened' | 'done' | 'missing' | 'conflict';
  /** How many things are missing or in conflict. */
  count: number;
}

export interface Evaluation {
  criteria: CriterionResult[];
  rules: Record<string, Truth>;
  needed: StillNeeded[];
  course: Course;
  conflicts: Conflict[];
  gate: GateItem[];
  /** true when every line of the gate is ready. */
  ready: boolean;
  sections: SectionState[];
}
