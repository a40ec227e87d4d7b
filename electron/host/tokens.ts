import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

const newToken = () => randomBytes(32).toString('base64url');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A window of the local host. `display`: it is the patient's, of the doctor's window with that id. */
export interface TokenWindow {
  windowId: string;
  display?: string;
}

/**
 * Tokens of the local host. A launch token opens one window, once; the bearer token it is exchanged for stands for that
 * window until the process ends. Both live in memory only. The window keeps its bearer token in `sessionStorage`, so
 * that a reload needs no new launch token and a second tab has none.
 */
export class Tokens {
  readonly #launch = new Map<string, TokenWindow>();
  readonly #windows = new Map<string, TokenWindow>();

  /** `windowId`: the window that it will open. */
  newLaunchToken(windowId: string = randomUUID()): string {
    return this.#newLaunch({ windowId });
  }

  /** For a patient's window of `owner`. Every token of an earlier one ends, used or not. */
  newDisplay(owner: string): { windowId: string; launch: string } {
    for (const tokens of [this.#launch, this.#windows])
      for (const [token, { display }] of tokens) if (display === owner) tokens.delete(token);
    const windowId = randomUUID();
    return { windowId, launch: this.#newLaunch({ windowId, display: owner }) };
  }

  /** The bearer token of a new window; undefined for a launch token that is unknown or used. */
  exchange(launchToken: string): string | undefined {
    const known = [...this.#launch].find(([token]) => same(token, launchToken));
    if (known === undefined) return undefined;
    const [token, window] = known;
    this.#launch.delete(token);
    const bearer = newToken();
    this.#windows.set(bearer, window);
    return bearer;
  }

  /** The window that an `authorization` header stands for. */
  windowOf(authorization: string | undefined): TokenWindow | undefined {
    const given = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : '';
    return [...this.#windows].find(([bearer]) => same(bearer, given))?.[1];
  }

  #newLaunch(window: TokenWindow): string {
    const token = newToken();
    this.#launch.set(token, window);
    return token;
  }
}
