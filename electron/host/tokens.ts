import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

const newToken = () => randomBytes(32).toString('base64url');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Tokens of the local host. A launch token opens one window, once; the bearer token it is exchanged for stands for that
 * window until the process ends. Both live in memory only. The window keeps its bearer token in `sessionStorage`, so
 * that a reload needs no new launch token and a second tab has none.
 */
export class Tokens {
  readonly #launch = new Map<string, string>();
  readonly #windows = new Map<string, string>();

  /** `windowId`: the window that it will open. */
  newLaunchToken(windowId: string = randomUUID()): string {
    const token = newToken();
    this.#launch.set(token, windowId);
    return token;
  }

  /** The bearer token of a new window; undefined for a launch token that is unknown or used. */
  exchange(launchToken: string): string | undefined {
    const known = [...this.#launch].find(([token]) => same(token, launchToken));
    if (known === undefined) return undefined;
    const [token, windowId] = known;
    this.#launch.delete(token);
    const bearer = newToken();
    this.#windows.set(bearer, windowId);
    return bearer;
  }

  /** The window that an `authorization` header stands for. */
  windowOf(authorization: string | undefined): string | undefined {
    const given = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : '';
    return [...this.#windows].find(([bearer]) => same(bearer, given))?.[1];
  }
}
