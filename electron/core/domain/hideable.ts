import type { ProgramAnswers } from './answers.ts';
import type { PaperKind } from './handout/paper.ts';

/** A block that a doctor may switch off. */
export type Hideable = NonNullable<ProgramAnswers['hidden']>[number];

/** What the doctor may switch off on each kind of paper. Anything else stays, whatever was asked for. */
export const MAY_HIDE: Readonly<Record<PaperKind, readonly Hideable[]>> = {
  dose: ['criteria', 'options', 'evidence', 'questions', 'teachBack'],
  stop: ['calendar', 'criteria', 'options', 'evidence', 'sideEffects', 'medicines', 'questions', 'teachBack'],
  none: ['tests', 'criteria', 'options', 'evidence', 'sideEffects', 'questions', 'teachBack'],
};
