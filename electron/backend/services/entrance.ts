import type { User } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';
import type { Store } from '../store/store.ts';
import { actorOf, type Events } from './context.ts';
import { actingAs, type SignIn, type SignIns } from './signIns.ts';

interface EntranceOptions {
  signIns: SignIns;
  events: Events;
  now: () => Date;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs: () => number;
}

/** What a sign-in carries of a person. */
export function userOf({ id, name, roles, doctor }: UserRow): User {
  return { id, name, roles, ...(doctor ? { doctor } : {}) };
}

/** How a sign-in comes to a window and leaves it: the audit rows, the lock after the last one, and word to the windows. */
export class Entrance {
  readonly #options: EntranceOptions;

  constructor(options: EntranceOptions) {
    this.#options = options;
  }

  /** Takes the place of whoever was signed in in this window, covered or not. */
  async enter(
    windowId: string,
    store: Store,
    user: User,
    { sample, device }: { sample: boolean; device: string | undefined },
  ): Promise<User> {
    const { signIns, now, monotonicMs, events } = this.#options;
    const before = this.#at(windowId);
    if (before && before.store !== store) await this.leave(windowId);
    const people = await store.run('users.list', null, { userId: user.id, at: now().toISOString() });
    const row = people.find(({ id }) => id === user.id);
    const present = actingAs(row ? userOf(row) : user, device);
    const mustChangePassword = row?.mustChangePassword ?? false;
    const typedAt = { wallMs: now().getTime(), monotonicMs: monotonicMs() };
    // What can't be written down doesn't happen.
    if (device !== undefined) {
      await store.run('audit.add', { action: 'device.signIn', subject: device }, { userId: user.id, at: now().toISOString() });
    }
    signIns.set(windowId, { user: present, store, sample, mustChangePassword, typedAt, ...(device === undefined ? {} : { device }) });
    if (before && before.store === store) await this.#noteSignOut(before);
    events.publish({ kind: 'status' });
    return present;
  }

  /**
   * Ends the sign-in of a window, covered or not: nothing is answered from here on. Locks the store when it was the last
   * one, even where the audit row could not be written.
   */
  async leave(windowId: string): Promise<void> {
    const { signIns, events } = this.#options;
    const signIn = this.#at(windowId);
    if (!signIn) return;
    signIns.delete(windowId);
    try {
      await this.#noteSignOut(signIn);
    } finally {
      if (!signIns.inUse(signIn.store)) await signIn.store.lock();
      events.publish({ kind: 'status' });
    }
  }

  /** Ends every sign-in that `which` names; each of them, also when one could not be written to the audit. */
  async leaveAll(which: (signIn: SignIn, windowId: string) => boolean): Promise<void> {
    const leaving = this.#options.signIns.all().filter(({ signIn, windowId }) => which(signIn, windowId));
    const ended = await Promise.allSettled(leaving.map(({ windowId }) => this.leave(windowId)));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
  }

  #at(windowId: string): SignIn | undefined {
    const { signIns } = this.#options;
    return signIns.of(windowId) ?? signIns.coveredOf(windowId);
  }

  async #noteSignOut(signIn: SignIn): Promise<void> {
    await signIn.store.run('audit.add', { action: 'signOut', subject: null }, actorOf(signIn, this.#options.now));
  }
}
