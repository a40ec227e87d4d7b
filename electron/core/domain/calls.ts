import * as z from 'zod';
import type { Decision } from './answers.ts';
import { addDays, inZone } from './dates.ts';
import type { CivilDate, Instant } from './text.ts';

/**
 * Why reception calls her, in the order of urgency:
 * - `paperChanged`: the paper that she has at home is not right any more.
 * - `asked`: she asked to be called back.
 * - `resultsDue`: the day of a test is over, and nothing is recorded since. Never which test.
 * - `spoke`: she called, and somebody spoke with her. Nobody has to call.
 */
export const callWhySchema = z.enum(['paperChanged', 'asked', 'resultsDue', 'spoke']);
export type CallWhy = z.infer<typeof callWhySchema>;

/** How long results are looked for, in days: what is older is a matter for her next visit, not for the day's calls. */
export const RESULTS_LOOKED_FOR_DAYS = 60;

/** A visit as far as its results go. */
export interface VisitWithTests {
  state: 'draft' | 'final';
  visitDate: CivilDate;
  decision: Decision | null;
  /** Days on which tests are planned, by the answers of its newest version. */
  testDays: readonly CivilDate[];
  /** Days of the results that are recorded in it. */
  resultDays: readonly CivilDate[];
  /** Days on which she was reached about its results. */
  toldDays: readonly CivilDate[];
}

/**
 * Since when results of a topic are due: the earliest day of a test that is over and that nobody has looked at since; null
 * where none are. `visits` are hers with this topic, the oldest first.
 *
 * Only the newest final visit counts: what an earlier one planned was replaced with it, and so was what an older version of
 * its paper said. A test is settled by a result of its day or later, in that visit or in a draft since, and by a call after
 * its day that reached her; a draft of today settles all, for she is here. Any other draft settles nothing by having been
 * begun. A day before the visit is none of its plan: after a stop only what was planned for later remains. Who doesn't take
 * the medicine is not asked for results.
 */
export function resultsDueSince(visits: readonly VisitWithTests[], today: CivilDate): CivilDate | null {
  const at = visits.findLastIndex(({ state }) => state === 'final');
  const visit = visits[at];
  if (visit === undefined || visit.decision === 'notTaking') return null;
  const drafts = visits.slice(at + 1);
  if (drafts.some(({ visitDate }) => visitDate === today)) return null;
  const resultDays = [visit, ...drafts].flatMap((each) => each.resultDays);
  const oldest = addDays(today, -RESULTS_LOOKED_FOR_DAYS);
  const due = visit.testDays.filter(
    (day) =>
      day >= visit.visitDate &&
      day >= oldest &&
      day < today &&
      !resultDays.some((seen) => seen >= day) &&
      !visit.toldDays.some((told) => told > day),
  );
  return due.toSorted()[0] ?? null;
}

/** What the order of the list goes by. */
export interface ListedCall {
  why: CallWhy;
  /** The day from which she is to be called. */
  day: CivilDate;
  tries: readonly { at: Instant }[];
}

const URGENCY = callWhySchema.options;

/** Tried on this day already: she is tried again when all others were. */
function wasTriedOn({ tries }: Pick<ListedCall, 'tries'>, today: CivilDate, timeZone: string): boolean {
  const last = tries.at(-1);
  return last !== undefined && inZone(last.at, timeZone).date === today;
}

/** The day's calls in their order: who was not tried today first, then the more urgent, then who waits longest. */
export function inCallingOrder<Call extends ListedCall>(calls: readonly Call[], today: CivilDate, timeZone: string): Call[] {
  const place = (call: Call) => {
    const tried = wasTriedOn(call, today, timeZone);
    return `${tried ? 1 : 0} ${URGENCY.indexOf(call.why)} ${call.day}`;
  };
  return calls.toSorted((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0));
}
