import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellAsks } from '#core/contract/shellBridge.ts';
import { out } from '../../support/built.ts';

const root = join(import.meta.dirname, '../../..');

describe('the built main process, with a stand-in for electron', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-shell-'));
  let report: Record<string, unknown>;

  beforeAll(async () => {
    const env = { ...process.env, CONSULTLEAF_DATA: dataDir };
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'test/support/bootMain.ts'), out], { env, cwd: root });
    report = JSON.parse(stdout);
  }, 120_000);
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test('opens a window without rights', () => {
    expect(report.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      webviewTag: false,
      spellcheck: false,
      session: 'consultleaf',
      preload: join(out, 'preload/preload.cjs'),
    });
    expect(report.webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(report.url).toBe('app://consultleaf/index.html');
    expect(report.asked).toContain('app.enableSandbox');
    expect(report.userData).toEqual(['userData', join(dataDir, 'electron')]);
  });

  test('keeps the window where it is, without network and permissions', () => {
    expect(report.windowOpen).toEqual({ action: 'deny' });
    expect(report.held).toEqual({ 'will-navigate': true, 'will-redirect': true, 'will-attach-webview': true });
    expect([report.permission, report.permissionCheck]).toEqual([false, false]);
    expect(report.switches).toContain('host-resolver-rules MAP * ~NOTFOUND');
    expect(report.requests).toEqual({
      'app://consultleaf/index.html': true,
      'https://example.com/': false,
      'http://127.0.0.1:1/': false,
      'file:///etc/passwd': false,
      'app://other/': false,
    });
  });

  test('serves the built window under app:, with its policy, and nothing else', () => {
    expect(report.scheme).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    const index = report.index as { status: number; csp: string; text: string };
    expect(index).toMatchObject({ status: 200, text: readFileSync(join(out, 'renderer/index.html'), 'utf8') });
    expect(index.csp).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(report.escapes).toEqual([404, 404, 404]);
  });

  test('gives a port to the page of its own window only', () => {
    expect(report.strangers).toBe(0);
  });

  test('carries the whole way to a rendered page over a real port, from the backend’s own process', () => {
    expect(report.fork).toEqual([
      join(out, 'main/backend.js'),
      [dataDir, '9.9.9-test'],
      { serviceName: 'Consultleaf store', stdio: 'inherit' },
    ]);
    expect(report.before).toMatchObject({ state: 'first', version: '9.9.9-test' });
    expect(report.sample).toMatchObject({ name: 'Dr A. SAMPLE' });
    expect(report.preview).toBe('%PDF-');
  });

  test('starts a backend that ended by itself again, and gives the page a new port to it', () => {
    expect(report.forks).toBe(2);
    expect(report.afterCrash).toBe('first');
  });

  test('keeps a sign-in over a reload, ends it when the machine sleeps, and closes its store before it quits', () => {
    expect(report.afterReload).toBe('open');
    expect(report.afterSleep).toBe('first');
    expect(report.backendExit).toBe(0);
  });
});

describe('the built preload', () => {
  test('gives the page named functions and nothing of Electron, and hands the port over to this page alone', async () => {
    const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
    const sent: unknown[][] = [];
    const heard = new Map<string, (event: { ports: unknown[] }, ...rest: unknown[]) => void>();
    const posted: unknown[][] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => Object.assign(exposed, { [name]: api }) },
      ipcRenderer: {
        send: (...args: unknown[]) => void sent.push(args),
        invoke: async (...args: unknown[]) => void sent.push(args),
        on: (channel: string, listener: (event: { ports: unknown[] }) => void) => heard.set(channel, listener),
      },
    };
    const required: string[] = [];
    const require = (id: string) => {
      required.push(id);
      return electron;
    };
    const window = { location: { origin: 'app://consultleaf' }, postMessage: (...args: unknown[]) => posted.push(args) };
    runInNewContext(readFileSync(join(out, 'preload/preload.cjs'), 'utf8'), { require, window, exports: {}, module: { exports: {} } });

    expect(required).toEqual(['electron']);
    expect(Object.keys(exposed)).toEqual(['consultleaf']);
    const bridge = exposed.consultleaf ?? {};
    expect(Object.keys(bridge).sort()).toEqual(['connect', 'onCommand', 'onFile', ...Object.keys(shellAsks)].sort());
    // What the page hears is the word alone, never the event, which would give it Electron's sender.
    const told: unknown[][] = [];
    heard.get('consultleaf:file')?.({ ports: [] }, 'early');
    for (const [name, call] of Object.entries(bridge)) {
      sent.length = 0;
      expect(await call((...args: unknown[]) => told.push(args)), name).toBeUndefined();
      const [channel, what] = sent[0] ?? [];
      if (name === 'connect') expect(sent).toEqual([['consultleaf:connect']]);
      else if (name in shellAsks) expect([channel, what]).toEqual(['consultleaf:ask', name]);
      else expect(sent).toEqual([]);
    }
    expect([...heard.keys()]).toEqual(['consultleaf:port', 'consultleaf:command', 'consultleaf:file']);
    const port = {};
    heard.get('consultleaf:port')?.({ ports: [port] });
    expect(posted).toEqual([['consultleaf:port', 'app://consultleaf', [port]]]);
    heard.get('consultleaf:command')?.({ ports: [] }, 'check');
    expect(told).toEqual([['early'], ['check']]);
  });
});
