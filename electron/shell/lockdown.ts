import type * as Electron from 'electron';
import { APP_ORIGIN } from './messages.ts';

/** What a window may fetch: the program's own files, and what it made itself. */
const OWN = /^(app:\/\/consultleaf\/|blob:app:\/\/consultleaf\/|data:|devtools:)/;

/** Before the app is ready: no name leads anywhere from any window, whatever a page or Chromium itself may want. */
export function lockNetwork({ commandLine }: Pick<Electron.App, 'commandLine'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
    commandLine.appendSwitch(name);
  }
}

/** A session without network, permissions, downloads by itself, or a spelling dictionary that remembers names. */
export function lockSession(session: Electron.Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !OWN.test(details.url) }));
}

/** Holds for every page that this program ever shows, wherever it came from. */
export function lockContents(app: Electron.App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}

/** Whether a message comes from the main frame of one of this program's windows. */
export function fromOwnPage(event: Pick<Electron.IpcMainEvent, 'senderFrame' | 'sender'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && new URL(frame.url).href.startsWith(`${APP_ORIGIN}/`);
}
