import { type Api, createApi } from './api.ts';
import { httpLink } from './http.ts';
import { portLink } from './port.ts';

/** The window's client: over the message port in Electron, over HTTP in a browser window. Null without a key. */
export async function connect(): Promise<Api | null> {
  const link = window.consultleaf ? await portLink(window.consultleaf) : await httpLink();
  return link ? createApi(link) : null;
}
