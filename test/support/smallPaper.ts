import type { ProgramAnswers } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Final, Visit } from '#core/domain/visit.ts';
import { smallPack } from './smallPack.ts';
import { englishLabels, smallTopic, smallVisit, withAnswers } from './smallVisit.ts';

/** How the small visit was made final. */
export const FINAL: Final = { version: 1, madeAt: '2027-02-12T06:12:30Z', madeBy: 'Dr A. Sample' };

/** The paper of the small visit with some answers changed. */
export function smallPaper(changes: ProgramAnswers = {}, topic = smallTopic, visit: Partial<Visit> = {}): HandoutModel {
  const snapshot = { visit: smallVisit(withAnswers(changes), topic, visit), pack: smallPack(), final: FINAL };
  return buildHandout(snapshot, englishLabels, { kind: 'none' });
}

/** With blanks that may break a line in place of those that may not. */
export const spaced = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
