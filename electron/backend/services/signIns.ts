import type { User } from '#core/contract/shapes.ts';
import type { Store } from '../store/store.ts';

/** A user in a window, with the store that the sign-in opened. */
export interface SignIn {
  /** As the records have her now: a change of her name or roles holds from the next call on. At a second computer: `actingAs`. */
  user: User;
  /** Id of the second computer that she is at; absent at this one. */
  device?: string;
  store: Store;
  /** true: of the sample clinic. */
  sample: boolean;
  /** Her password was set by somebody else; nothing but changing it is allowed. */
  mustChangePassword: boolean;
  /** When her password was typed: the clinic's clock, and one that nobody can set back. Milliseconds. */
  typedAt: { wallMs: number; monotonicMs: number };
}

/** A person as she acts in a window: at a second computer as reception, whoever she is. */
export function actingAs(user: User, device: string | undefined): User {
  return device === undefined ? user : { id: user.id, name: user.name, roles: ['reception'] };
}

/**
 * Who is signed in in which window. A window has one sign-in at most; a user may have several windows. A covered sign-in
 * keeps the store open and answers nothing.
 */
export class SignIns {
  readonly #byWindow = new Map<string, { signIn: SignIn; covered: boolean }>();

  /** The sign-in that a window may act with; none while it is covered. */
  of(windowId: string): SignIn | undefined {
    const there = this.#byWindow.get(windowId);
    return there && !there.covered ? there.signIn : undefined;
  }

  /** The sign-in behind a covered window. */
  coveredOf(windowId: string): SignIn | undefined {
    const there = this.#byWindow.get(windowId);
    return there?.covered ? there.signIn : undefined;
  }

  /** Every window with a sign-in, covered ones too. */
  all(): { windowId: string; signIn: SignIn; covered: boolean }[] {
    return [...this.#byWindow].map(([windowId, there]) => ({ windowId, ...there }));
  }

  /** Covered sign-ins count: reception's window goes on, and so does the one who comes back with her PIN. */
  inUse(store: Store): boolean {
    return [...this.#byWindow.values()].some(({ signIn }) => signIn.store === store);
  }

  set(windowId: string, signIn: SignIn): void {
    this.#byWindow.set(windowId, { signIn, covered: false });
  }

  cover(windowId: string, covered: boolean): void {
    const there = this.#byWindow.get(windowId);
    if (there) there.covered = covered;
  }

  delete(windowId: string): void {
    this.#byWindow.delete(windowId);
  }
}
