import { inZone } from './dates.ts';
import { type CivilDate, type Instant, type Language, languagesOn, type PaperLanguage } from './text.ts';

/**
 * How a pack's words stand in a language. `reviewDue`: its review date has passed and nobody has approved it since, so an
 * older approval counts no longer.
 */
export type ApprovalState = 'approved' | 'missing' | 'reviewDue';

export interface ApprovalQuestion {
  /** Content hash of the pack: an approval is of this very content. */
  hash: string;
  /** The last day on which an approval from before counts; undefined for a pack that says none. */
  reviewBy: CivilDate | undefined;
  /** Of the paper: one in both languages needs an approval in each. */
  language: PaperLanguage;
  approvals: readonly { pack: { hash: string }; language: Language; at: Instant }[];
  /** Today in the clinic's zone. */
  today: CivilDate;
  timeZone: string;
}

/** true when the content was to be reviewed by a day that has passed. */
export function isPastReview(reviewBy: CivilDate | undefined, today: CivilDate): boolean {
  return reviewBy !== undefined && today > reviewBy;
}

/**
 * Whether papers in a language may be made final: a doctor has approved this very content in it, and after the review
 * date once that has passed. Days are those of the clinic's zone.
 */
export function approvalState({ hash, reviewBy, language, approvals, today, timeZone }: ApprovalQuestion): ApprovalState {
  const isPast = isPastReview(reviewBy, today);
  const given = approvals.filter(({ pack, at }) => pack.hash === hash && (!isPast || isPastReview(reviewBy, inZone(at, timeZone).date)));
  if (languagesOn(language).every((each) => given.some((approval) => approval.language === each))) return 'approved';
  return isPast ? 'reviewDue' : 'missing';
}
