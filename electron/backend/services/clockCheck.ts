import type { Actor, Store } from '../store/store.ts';
import { fault } from './faults.ts';

const TOLERATED_MS = 10 * 60_000;

/**
 * Refuses (NOT_READY) when the machine's clock is more than 10 minutes behind what the log has seen: a final paper with a
 * wrong date can't be taken back.
 */
export async function checkClock(store: Store, actor: Actor): Promise<void> {
  const latest = await store.run('audit.latest', null, actor);
  if (latest !== null && Date.parse(latest) - Date.parse(actor.at) > TOLERATED_MS) {
    throw fault(
      'NOT_READY',
      'The clock of this computer is behind: something was recorded at a later time already. Set the date and time right, then make it final.',
      { missing: ['clock'] },
    );
  }
}
