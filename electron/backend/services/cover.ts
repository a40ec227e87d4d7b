import type { User } from '#core/contract/shapes.ts';
import { actorOf, type Events } from './context.ts';
import type { Entrance } from './entrance.ts';
import { fault } from './faults.ts';
import type { SignIn, SignIns } from './signIns.ts';

/** After so many wrong PINs the password is asked for. */
const TRIES = 3;
/** How long a PIN brings somebody back after her password was typed: a shift. */
export const SHIFT_MS = 12 * 60 * 60_000;

interface CoverOptions {
  signIns: SignIns;
  entrance: Entrance;
  events: Events;
  now: () => Date;
  monotonicMs: () => number;
}

/**
 * A covered window, and the way back within the shift. A PIN only ever brings back a sign-in that is still there, in a
 * store that is open; it opens nothing. Wrong PINs are counted by person, over all her windows.
 */
export class Cover {
  readonly #options: CoverOptions;
  readonly #wrong = new Map<string, number>();

  constructor(options: CoverOptions) {
    this.#options = options;
  }

  /** Covers the window of somebody with a PIN, signs anybody else out. Nothing in a window without a sign-in. */
  async cover(windowId: string): Promise<void> {
    const { signIns, entrance, events, now } = this.#options;
    const signIn = signIns.of(windowId);
    if (!signIn) return;
    if (signIn.sample) throw fault('NOT_READY', 'The sample clinic has no password, so there is nothing to cover. Sign out instead.', {});
    const actor = actorOf(signIn, now);
    const people = await signIn.store.run('users.list', null, actor);
    if (!people.some(({ id, hasPin }) => id === signIn.user.id && hasPin)) return entrance.leave(windowId);
    signIns.cover(windowId, true);
    events.publish({ kind: 'status' });
    await signIn.store.run('audit.add', { action: 'window.cover', subject: signIn.user.id }, actor);
  }

  /** Who is behind a covered window, and how many tries are left; null where it isn't covered. */
  behind(windowId: string): { user: Pick<User, 'id' | 'name'>; triesLeft: number } | null {
    const user = this.#options.signIns.coveredOf(windowId)?.user;
    return user ? { user: { id: user.id, name: user.name }, triesLeft: this.#triesLeft(user.id) } : null;
  }

  /** Gives the same sign-in back; WRONG_PASSWORD, and after the last try she is signed out wherever she is covered. */
  async uncover(windowId: string, pin: string): Promise<User> {
    const { signIns, entrance, events, now } = this.#options;
    await this.endOverdue();
    const signIn = signIns.coveredOf(windowId);
    if (!signIn) throw fault('NOT_SIGNED_IN', 'This window isn’t covered any more. Sign in with your password.');
    const { id } = signIn.user;
    if (await signIn.store.checkPin({ userId: id, pin, at: now().toISOString() })) {
      this.#wrong.delete(id);
      signIns.cover(windowId, false);
      events.publish({ kind: 'status' });
      return signIn.user;
    }
    this.#wrong.set(id, (this.#wrong.get(id) ?? 0) + 1);
    const triesLeft = this.#triesLeft(id);
    if (triesLeft > 0) {
      events.publish({ kind: 'status' });
      const tries = triesLeft === 1 ? 'One try is' : `${triesLeft} tries are`;
      throw fault('WRONG_PASSWORD', `This PIN is wrong. ${tries} left; then the password is asked for.`, { triesLeft });
    }
    this.#wrong.delete(id);
    await entrance.leaveAll((each, at) => each.user.id === id && signIns.coveredOf(at) === each);
    throw fault('WRONG_PASSWORD', 'This PIN was wrong three times. Sign in with your password.', { triesLeft: 0 });
  }

  /** Ends every covered sign-in whose shift is over. */
  endOverdue(): Promise<void> {
    const { signIns, entrance } = this.#options;
    return entrance.leaveAll((signIn, windowId) => signIns.coveredOf(windowId) === signIn && this.#overdue(signIn));
  }

  /** A password that was typed starts the tries anew. */
  forgive(userId: string): void {
    this.#wrong.delete(userId);
  }

  #triesLeft(userId: string): number {
    return TRIES - (this.#wrong.get(userId) ?? 0);
  }

  /** By either clock: one stands still while the machine sleeps, the other can be set back. */
  #overdue({ typedAt }: SignIn): boolean {
    const { now, monotonicMs } = this.#options;
    return now().getTime() - typedAt.wallMs >= SHIFT_MS || monotonicMs() - typedAt.monotonicMs >= SHIFT_MS;
  }
}
