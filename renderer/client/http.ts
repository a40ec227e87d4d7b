import { RPCLink } from '@orpc/client/fetch';
import * as z from 'zod';
import { enteredSchema } from '#core/contract/secondComputer.ts';

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
    const answer = await post('/launch', { token: launch });
    if (answer.ok) {
      const { token } = tokenSchema.parse(await answer.json());
      sessionStorage.setItem(KEPT_AS, token);
      return token;
    }
  }
  return sessionStorage.getItem(KEPT_AS);
}

const post = (path: string, body: unknown) =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The link over HTTP to the host on this machine, or null without a key. */
export async function httpLink() {
  const token = await bearerToken();
  if (token === null) return null;
  return new RPCLink({ url: `${location.origin}/rpc`, headers: { authorization: `Bearer ${token}` } });
}

/** This computer has to be paired first. */
export const NOT_PAIRED = 'notPaired';

/** A new window on this second computer; the browser says by its cookie which computer it is. */
async function enter(): Promise<{ token: string } | typeof NOT_PAIRED> {
  const answer = await post('/enter', {});
  if (answer.status === 401) return NOT_PAIRED;
  const entered = enteredSchema.parse(await answer.json());
  sessionStorage.setItem(KEPT_AS, entered.token);
  return entered;
}

/** The clinic's computer doesn't know this window any more: the program was started again there, or this computer is out. */
const isUnknown = (answer: Response) => answer.status === 401 && !answer.headers.get('content-type')?.includes('json');

/**
 * The link of a window on a second computer. When the clinic's computer was started again the window enters anew by
 * itself; where this computer's way in was taken away the page starts again, and asks for a code.
 */
export async function secondComputerLink() {
  const kept = sessionStorage.getItem(KEPT_AS);
  const entered = kept === null ? await enter() : { token: kept };
  if (entered === NOT_PAIRED) return entered;
  let { token } = entered;
  let entering: Promise<void> | undefined;
  const enterAnew = async () => {
    const again = await enter();
    if (again !== NOT_PAIRED) token = again.token;
    else {
      sessionStorage.removeItem(KEPT_AS);
      location.reload();
    }
  };
  return new RPCLink({
    url: `${location.origin}/rpc`,
    fetch: async (request, init) => {
      const ask = (asked: Request) => {
        asked.headers.set('authorization', `Bearer ${token}`);
        return fetch(asked, init);
      };
      const second = request.clone();
      const answer = await ask(request);
      if (!isUnknown(answer)) return answer;
      entering ??= enterAnew().finally(() => {
        entering = undefined;
      });
      await entering;
      return ask(second);
    },
  });
}

/** Types the code in for this browser; false for one that can't be used. */
export async function pair(input: { code: string; name: string }): Promise<boolean> {
  const answer = await post('/pair', input);
  if (!answer.ok) return false;
  sessionStorage.setItem(KEPT_AS, enteredSchema.parse(await answer.json()).token);
  return true;
}
