import { createContext, useContext } from 'react';
import type { Consultation } from '#core/contract/shapes.ts';
import type { Answers } from '#core/domain/answers.ts';
import type { ApprovalState } from '#core/domain/approval.ts';
import type { Evaluation } from '#core/domain/evaluation.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { ProtocolChange, ProtocolPart } from '#core/domain/savedProtocol.ts';
import type { Language, PaperLanguage } from '#core/domain/text.ts';
import type { AnswerKeeper } from './answerKeeper.ts';
import type { KeeperState } from './keeperState.ts';

/** A saved protocol that was applied in this window, with what it changed. */
export interface AppliedProtocol {
  name: string;
  part: ProtocolPart;
  changes: readonly ProtocolChange[];
}

/** What every part of a consultation's screens reads. */
export interface Consult {
  consultation: Consultation;
  pack: Pack;
  /** Language of the pack's words on the screen. */
  language: Language;
  keeper: AnswerKeeper;
  state: KeeperState;
  answers: Answers;
  evaluation: Evaluation;
  /** Today in the clinic's zone. */
  today: string;
  timeZone: string;
  /** Language of the paper. */
  paperLanguage: PaperLanguage;
  /** How the pack's words stand in the language of the paper. */
  approval: ApprovalState;
  /** Languages in which a paper of this pack could be made final now. */
  approvedLanguages: readonly PaperLanguage[];
  /** The words of the pack under a text id. */
  packText: (key: string) => string;
  /** Goes to a field; `field` is the key of an answer. */
  goTo: (section: string, field?: string) => void;
  /** What just failed and what to do, shown until it is mended or closed. */
  fault: string | null;
  showFault: (message: string | null) => void;
  applied: AppliedProtocol | null;
  showApplied: (applied: AppliedProtocol | null) => void;
}

export const ConsultContext = createContext<Consult | null>(null);

/** The consultation that is open. */
export function useConsult(): Consult {
  const consult = useContext(ConsultContext);
  if (!consult) throw new Error('useConsult is called outside of a consultation.');
  return consult;
}
