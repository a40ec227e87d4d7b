import { createMiddleware } from 'hono/factory';

const isJson = (contentType: string | undefined) => contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';

/**
 * Refuses whatever did not come from this program's own window at one of `origins`. Another page in the same browser,
 * another server of the same name and a name that was pointed here (DNS rebinding) all differ in one of these headers, and
 * no page can set them itself. A call needs all three; files hold no secrets, so their checks only refuse what is surely
 * foreign.
 */
export function fromOwnWindow(origins: readonly string[]) {
  const byHost = new Map(origins.map((origin) => [new URL(origin).host, origin]));
  return createMiddleware(async (c, next) => {
    const origin = byHost.get(c.req.header('host') ?? '');
    if (origin === undefined) return c.text('Wrong host.', 421);
    const sentOrigin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const file = c.req.method === 'GET' || c.req.method === 'HEAD';
    const ownOrigin = sentOrigin === origin || (file && sentOrigin === undefined);
    const ownSite = site === 'same-origin' || (file && (site === 'none' || site === undefined));
    if (!ownOrigin || !ownSite) return c.text('Not from this program’s window.', 403);
    return next();
  });
}

/** Calls are POST with JSON, or POST with nothing. */
export const jsonPost = createMiddleware(async (c, next) => {
  if (c.req.method !== 'POST') return c.text('Only POST.', 405, { allow: 'POST' });
  const type = c.req.header('content-type');
  const empty = type === undefined && (c.req.header('content-length') ?? '0') === '0' && c.req.header('transfer-encoding') === undefined;
  if (!empty && !isJson(type)) return c.text('Only JSON.', 415);
  return next();
});
