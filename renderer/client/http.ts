import { RPCLink } from '@orpc/client/fetch';
import * as z from 'zod';

const KEPT_AS = 'consultleaf.token';
const tokenSchema = z.object({ token: z.string() });

/** The one-time token in the address (`#launch=…`, then a place), which is taken out of the address and the history. */
function takeLaunchToken(): string | null {
  const match = /^#launch=([\w-]+)(\/[\w-]*)?/.exec(location.hash);
  if (!match?.[1]) return null;
  history.replaceState(null, '', `${location.pathname}${location.search}#${match[2] ?? '/'}`);
  return match[1];
}

/**
 * The bearer token of this window: the launch token is exchanged once; a reload finds the token of this tab.
 * Null when the window was opened without a key.
 */
async function bearerToken(): Promise<string | null> {
  const launch = takeLaunchToken();
  if (launch) {
    const answer = await fetch('/launch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: launch }),
    });
    if (answer.ok) {
      const { token } = tokenSchema.parse(await answer.json());
      sessionStorage.setItem(KEPT_AS, token);
      return token;
    }
  }
  return sessionStorage.getItem(KEPT_AS);
}

/** The link over HTTP to the host on this machine, or null without a key. */
export async function httpLink() {
  const token = await bearerToken();
  if (token === null) return null;
  return new RPCLink({ url: `${location.origin}/rpc`, headers: { authorization: `Bearer ${token}` } });
}
