import type { Actor, Store } from '../store/store.ts';
import { fault } from './faults.ts';

const TOLERATED_MS = 10 * 60_000;
/** How many rows before the end of the audit are looked at: a session with a wrong clock has fewer. */
const TAIL = 1000;

/** The number of the audit's last row, found in steps that double and halve: its numbers have no gaps. */
async function lastSeq(store: Store, actor: Actor): Promise<number> {
  const isThere = async (seq: number) => (await store.run('audit.list', { afterSeq: seq - 1, limit: 1 }, actor)).length === 1;
  let there = 0;
  let step = 1;
  while (await isThere(there + step)) {
    there += step;
    step *= 2;
  }
  for (; step >= 1; step /= 2) {
    if (await isThere(there + step)) there += step;
  }
  return there;
}

/**
 * Refuses (NOT_READY) when the machine's clock is more than 10 minutes behind what the audit has seen: a final paper
 * with a wrong date can't be taken back.
 */
export async function checkClock(store: Store, actor: Actor): Promise<void> {
  const last = await lastSeq(store, actor);
  const rows = await store.run('audit.list', { afterSeq: Math.max(0, last - TAIL), limit: TAIL }, actor);
  const latest = Math.max(0, ...rows.map(({ at }) => Date.parse(at)));
  if (latest - Date.parse(actor.at) > TOLERATED_MS) {
    throw fault(
      'NOT_READY',
      'The clock of this computer is behind: something was recorded at a later time already. Set the date and time right, then make it final.',
      { missing: ['clock'] },
    );
  }
}
