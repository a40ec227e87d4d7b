import { type Api, createApi } from './api.ts';
import { httpLink, NOT_PAIRED, secondComputerLink } from './http.ts';
import { portLink } from './port.ts';

/**
 * The window's client: over the message port in Electron, over HTTP in a browser window on this machine, over HTTPS on a
 * second computer. Null without a key; `NOT_PAIRED` for a second computer that has to be paired first.
 */
export async function connect(): Promise<Api | typeof NOT_PAIRED | null> {
  if (window.consultleaf) return createApi(await portLink(window.consultleaf));
  const link = location.protocol === 'https:' ? await secondComputerLink() : await httpLink();
  return link === null || link === NOT_PAIRED ? link : createApi(link);
}
