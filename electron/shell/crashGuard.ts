/** Several ends in so short a time are one fault that a new start doesn't mend. */
const MOST = 3;
const WITHIN_MS = 60_000;

/**
 * Asked after each end of something that ended by itself: whether to start it again. False once it has ended `MOST` times
 * within a minute. `nowMs` is a clock that only goes forward.
 */
export function crashGuard(nowMs: () => number): () => boolean {
  let ends: number[] = [];
  return () => {
    const now = nowMs();
    ends = [...ends.filter((at) => now - at < WITHIN_MS), now];
    return ends.length <= MOST;
  };
}
