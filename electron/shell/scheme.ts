import type * as Electron from 'electron';
import { windowFiles } from '#backend/window/files.ts';
import { WINDOW_HEADERS } from '#backend/window/policy.ts';
import { APP_ORIGIN } from './messages.ts';

/**
 * Before the app is ready: `app:` behaves like https. `file:` is not used, because its extra rights are switched off in
 * the packaged program.
 */
export function registerScheme({ protocol }: Pick<typeof Electron, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built window under `app://consultleaf/`, and nothing else, to the windows of `session`. */
export async function serveWindow(session: Pick<Electron.Session, 'protocol'>, rendererDir: string): Promise<void> {
  const files = await windowFiles(rendererDir);
  session.protocol.handle('app', async (request) => {
    const { protocol, host, pathname } = new URL(request.url);
    const file = `${protocol}//${host}` === APP_ORIGIN && request.method === 'GET' ? files(pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: { ...WINDOW_HEADERS } });
    return new Response(await file.read(), { headers: { ...WINDOW_HEADERS, 'content-type': file.type } });
  });
}
