// Boots the built main process on the stand-in for electron, plays one window's part, and prints what happened as JSON.
// Usage: node test/support/boot-main.mjs <out folder>
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { asked, children, electron, sessions, windows } from './electron-stand-in.mjs';

const out = process.argv[2];
const { app, ipcMain } = electron;
const opened = new Promise((resolve) => app.once('web-contents-created', resolve));
await import(pathToFileURL(join(out, 'main/main.js')).href);
await opened;
// The window is handed its address in the same turn.
await new Promise((resolve) => setImmediate(resolve));

const [window] = windows;
const { webContents } = window;
const windowSession = sessions.get('consultleaf');
const page = (url) => windowSession.handlers.get('app')(new Request(url));
const allowed = (url) => {
  let answer;
  windowSession.handlers.get('beforeRequest')({ url }, ({ cancel }) => {
    answer = !cancel;
  });
  return answer;
};
const held = (name) => {
  let prevented = false;
  webContents.emit(name, { preventDefault: () => (prevented = true) });
  return prevented;
};
let permission;
windowSession.handlers.get('permissionRequest')(webContents, 'media', (granted) => {
  permission = granted;
});

/** Sends the page's request for a port from a frame; gives the port that came back. */
function connect(frame) {
  const before = webContents.mainFrame.received.length;
  ipcMain.emit('consultleaf:connect', { sender: webContents, senderFrame: frame });
  return webContents.mainFrame.received.slice(before)[0]?.ports[0];
}
const strangers = [connect({ url: 'https://evil.example/' }), connect({ url: 'app://consultleaf/index.html' }), connect(null)];

const clientOf = (port) => {
  port.start();
  return createORPCClient(new RPCLink({ port }));
};
const client = clientOf(connect(webContents.mainFrame));
const before = await client.app.status();
const sample = await client.app.openSample();
const [row] = (await client.patients.recent()).rows;
const consultation = await client.consultations.start({ patientId: row.id, packId: 'tacrolimus-fertility' });
const preview = await client.consultations.preview({ consultationId: consultation.id });
const afterReload = await clientOf(connect(webContents.mainFrame)).app.status();
const feed = await client.app.events();
await feed.next();
electron.powerMonitor.emit('suspend');
await feed.next();
const afterSleep = await client.app.status();

const index = await page('app://consultleaf/index.html');
const report = {
  fork: asked.find(([what]) => what === 'utilityProcess.fork').slice(1),
  asked: asked.map(([what]) => what),
  userData: asked.find(([what]) => what === 'app.setPath').slice(1),
  scheme: asked.find(([what]) => what === 'protocol.registerSchemesAsPrivileged')[1],
  webPreferences: { ...window.options.webPreferences, session: window.options.webPreferences.session.partition },
  url: webContents.mainFrame.url,
  windowOpen: window.windowOpenHandler({ url: 'https://example.com' }),
  held: Object.fromEntries(['will-navigate', 'will-redirect', 'will-attach-webview'].map((name) => [name, held(name)])),
  permission,
  permissionCheck: windowSession.handlers.get('permissionCheck')(),
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
};

const ended = new Promise((resolve) => app.once('stand-in:ended', resolve));
const stopped = new Promise((resolve) => children[0].once('exit', resolve));
app.quit();
report.backendExit = await stopped;
await ended;
console.log(JSON.stringify(report));
process.exit(0);
