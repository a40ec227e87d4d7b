import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import type { BrowserContext, Page } from '@playwright/test';
import { out } from './built.ts';
import { ipcMain, standInForElectron } from './electronStandIn.ts';
import { type BrowserWindow, pages, type Received, sessions } from './standInWindows.ts';

/** Chromium's pages can't have the address `app://consultleaf`, so this one stands for it. */
const STANDS_FOR_APP = 'https://consultleaf.test';
const asApp = (url: string) => url.replace(STANDS_FOR_APP, 'app://consultleaf');

/** Runs in each page before its own scripts: what the preload finds in Electron, and the preload itself. */
const preloadScript = () => `(() => {
  const heard = new Map();
  const ports = new Map();
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => { window[name] = api; } },
    ipcRenderer: {
      on: (channel, listener) => heard.set(channel, listener),
      send: (channel, ...args) => void window.standInSend(channel, args),
      invoke: (channel, ...args) => window.standInInvoke(channel, args),
    },
  };
  window.standInHear = (channel, message, ids) => {
    const given = ids.map((id) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => void window.standInPort(id, data);
      ports.set(id, port1);
      return port2;
    });
    heard.get(channel)?.({ ports: given }, message);
  };
  window.standInPortSays = (id, data) => ports.get(id)?.postMessage(data);
  (function (require, exports, module) {${readFileSync(join(out, 'preload/preload.cjs'), 'utf8')}
  })(() => electron, {}, { exports: {} });
})();`;

/** What that script leaves in the page. */
interface InPage {
  standInHear(channel: string, message: unknown, ids: number[]): void;
  standInPortSays(id: number, data: unknown): void;
}

/** Answers a page from the protocol handler of the main process; everything else goes nowhere and is noted. */
async function serve(page: Page, refused: string[]): Promise<void> {
  const handlers = sessions.get('consultleaf')?.handlers;
  await page.route('**/*', async (route) => {
    const url = asApp(route.request().url());
    let cancelled = false;
    handlers?.get('beforeRequest')?.({ url }, ({ cancel }: { cancel: boolean }) => {
      cancelled = cancel;
    });
    if (cancelled) {
      refused.push(url);
      return route.abort();
    }
    const answer: Response = await handlers?.get('app')?.(new Request(url));
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}

/**
 * Boots the built main process in this one, with the stand-in for Electron, and gives each of its windows a real page of
 * Chromium with the built preload: the built window then talks to the real handlers and the real backend. What is not
 * here is Electron: its sandbox, its processes, its native menus and dialogs.
 */
export async function bootShell(context: BrowserContext): Promise<{ pageOf: (window: BrowserWindow) => Page; refused: string[] }> {
  const open = new Map<BrowserWindow, Page>();
  const refused: string[] = [];
  let lastPort = 0;
  const ports = new Map<number, MessagePort>();

  pages.open = async (window, url) => {
    if (!url.startsWith('app:')) return;
    const { webContents } = window;
    const { mainFrame } = webContents;
    const page = await context.newPage();
    open.set(window, page);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) mainFrame.url = asApp(frame.url());
    });
    await page.exposeBinding('standInSend', (_source, channel: string, args: unknown[]) => {
      ipcMain.emit(channel, { sender: webContents, senderFrame: mainFrame }, ...args);
    });
    await page.exposeBinding('standInInvoke', (_source, channel: string, args: unknown[]) =>
      ipcMain.handlers.get(channel)?.({ sender: webContents, senderFrame: mainFrame }, ...args),
    );
    await page.exposeBinding('standInPort', (_source, id: number, data: unknown) => ports.get(id)?.postMessage(data));
    mainFrame.hear = ({ channel, message, ports: given }: Received) => {
      const ids = given.map((port) => {
        const id = ++lastPort;
        ports.set(id, port);
        port.on(
          'message',
          (data: unknown) =>
            void page
              .evaluate(([to, said]) => (globalThis as unknown as InPage).standInPortSays(to, said), [id, data] as const)
              .catch(() => undefined),
        );
        return id;
      });
      void page
        .evaluate(([to, said, numbers]) => (globalThis as unknown as InPage).standInHear(to, said, numbers), [
          channel,
          message,
          ids,
        ] as const)
        .catch(() => undefined);
    };
    webContents.reload = () => void page.reload();
    window.on('closed', () => void page.close());
    await page.addInitScript(preloadScript());
    await serve(page, refused);
    await page.goto(url.replace('app://consultleaf', STANDS_FOR_APP));
  };

  standInForElectron();
  await import(pathToFileURL(join(out, 'main/main.js')).href);
  return {
    pageOf(window) {
      const page = open.get(window);
      if (!page) throw new Error('This window has no page.');
      return page;
    },
    refused,
  };
}
