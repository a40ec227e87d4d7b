// Boots the built main process on the stand-in for electron, plays one window's part, and prints what happened as JSON.
// Usage: node test/support/bootMain.ts <out folder>
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { children, electron, ipcMain, standInForElectron } from './electronStandIn.ts';
import { app, asked } from './standInApp.ts';
import { sessions, windows } from './standInWindows.ts';
import type { Client } from './transports.ts';

/** What must be there for the report to mean anything. */
function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The main process did not do what this boot waits for.');
  return value;
}

standInForElectron();
const out = there(process.argv[2]);
const opened = new Promise((resolve) => app.once('web-contents-created', resolve));
await import(pathToFileURL(join(out, 'main/main.js')).href);
await opened;
// The window is handed its address in the same turn.
await new Promise((resolve) => setImmediate(resolve));

const window = there(windows[0]);
const { webContents } = window;
const windowSession = there(sessions.get('consultleaf'));
const page = (url: string): Promise<Response> => there(windowSession.handlers.get('app'))(new Request(url));
const allowed = (url: string) => {
  let answer: boolean | undefined;
  there(windowSession.handlers.get('beforeRequest'))({ url }, ({ cancel }: { cancel: boolean }) => {
    answer = !cancel;
  });
  return answer;
};
const held = (name: string) => {
  let prevented = false;
  webContents.emit(name, {
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
};
let permission: boolean | undefined;
there(windowSession.handlers.get('permissionRequest'))(webContents, 'media', (granted: boolean) => {
  permission = granted;
});

/** Sends the page's request for a port from a frame; gives the port that came back. */
function connect(frame: unknown): MessagePort | undefined {
  const before = webContents.mainFrame.received.length;
  ipcMain.emit('consultleaf:connect', { sender: webContents, senderFrame: frame });
  return webContents.mainFrame.received.slice(before)[0]?.ports[0];
}
const strangers = [connect({ url: 'https://evil.example/' }), connect({ url: 'app://consultleaf/index.html' }), connect(null)];

const clientOf = (port: MessagePort | undefined): Client => {
  const given = there(port);
  given.start();
  return createORPCClient(new RPCLink({ port: given }));
};
const client = clientOf(connect(webContents.mainFrame));
const before = await client.app.status();
const sample = await client.app.openSample();
const [row] = (await client.patients.recent()).rows;
const consultation = await client.consultations.start({ patientId: there(row).id, packId: 'tacrolimus-fertility' });
const preview = await client.consultations.preview({ consultationId: consultation.id });
const afterReload = await clientOf(connect(webContents.mainFrame)).app.status();
const feed = await client.app.events();
await feed.next();
electron.powerMonitor.emit('suspend');
await feed.next();
const afterSleep = await client.app.status();

const index = await page('app://consultleaf/index.html');
// The backend ends by itself: it is started again, and every page gets a new port.
const received = webContents.mainFrame.received.length;
there(children[0]).kill();
await new Promise((resolve) => there(children[0]).once('exit', resolve));
const newPort = webContents.mainFrame.received.slice(received)[0]?.ports[0];
const afterCrash = await clientOf(newPort).app.status();

const report: Record<string, unknown> = {
  fork: there(asked.find(([what]) => what === 'utilityProcess.fork')).slice(1),
  asked: asked.map(([what]) => what),
  switches: asked.filter(([what]) => what === 'app.commandLine').map(([, ...words]) => words.join(' ')),
  userData: there(asked.find(([what]) => what === 'app.setPath')).slice(1),
  scheme: there(asked.find(([what]) => what === 'protocol.registerSchemesAsPrivileged'))[1],
  webPreferences: { ...window.options.webPreferences, session: (window.options.webPreferences.session as { partition: string }).partition },
  url: webContents.mainFrame.url,
  windowOpen: webContents.windowOpenHandler({ url: 'https://example.com' }),
  held: Object.fromEntries(['will-navigate', 'will-redirect', 'will-attach-webview'].map((name) => [name, held(name)])),
  permission,
  permissionCheck: there(windowSession.handlers.get('permissionCheck'))(),
  requests: Object.fromEntries(
    ['app://consultleaf/index.html', 'https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'app://other/'].map((url) => [
      url,
      allowed(url),
    ]),
  ),
  index: { status: index.status, csp: index.headers.get('content-security-policy'), text: await index.text() },
  escapes: await Promise.all(
    ['app://consultleaf/../main/main.js', 'app://consultleaf/%2e%2e/main/main.js', 'app://other/index.html'].map(
      async (url) => (await page(url)).status,
    ),
  ),
  strangers: strangers.filter((port) => port !== undefined).length,
  before,
  sample,
  preview: Buffer.from(preview.base64, 'base64').subarray(0, 5).toString(),
  afterReload: afterReload.state,
  afterSleep: afterSleep.state,
  afterCrash: afterCrash.state,
  forks: children.length,
};

const ended = new Promise((resolve) => app.once('stand-in:ended', resolve));
const stopped = new Promise((resolve) => there(children.at(-1)).once('exit', resolve));
app.quit();
report.backendExit = await stopped;
await ended;
console.log(JSON.stringify(report));
process.exit(0);
