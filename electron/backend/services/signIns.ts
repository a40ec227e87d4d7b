import type { User } from '#core/contract/shapes.ts';
import type { Store } from '../store/store.ts';

/** A user in a window, with the store that the sign-in opened. */
export interface SignIn {
  user: User;
  store: Store;
  /** true: of the sample clinic. */
  sample: boolean;
}

/** Who is signed in in which window. A window has one sign-in at most; a user may have several windows. */
export class SignIns {
  readonly #byWindow = new Map<string, SignIn>();

  of(windowId: string): SignIn | undefined {
    return this.#byWindow.get(windowId);
  }

  windows(): string[] {
    return [...this.#byWindow.keys()];
  }

  inUse(store: Store): boolean {
    return [...this.#byWindow.values()].some((signIn) => signIn.store === store);
  }

  set(windowId: string, signIn: SignIn): void {
    this.#byWindow.set(windowId, signIn);
  }

  delete(windowId: string): void {
    this.#byWindow.delete(windowId);
  }
}
