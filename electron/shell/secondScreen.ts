import type * as Electron from 'electron';
import type { Display } from '#core/contract/shellBridge.ts';
import type { BackendProcess } from './backendProcess.ts';
import { APP_ORIGIN } from './messages.ts';
import { pagePreferences } from './windows.ts';

type Parts = Pick<typeof Electron, 'BrowserWindow' | 'screen'>;

/** How long a number stands on each screen, in milliseconds. */
const NUMBERS_MS = 4_000;
const NUMBER_SIZE = 320;
const NUMBER_PAGE = (number: number) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(
    `<!doctype html><title>${number}</title><body style="margin:0;background:#123;color:#fff;font:bold 220px/${NUMBER_SIZE}px sans-serif;text-align:center">${number}`,
  )}`;

interface SecondScreenOptions {
  session: Electron.Session;
  preload: string;
  backend: Pick<BackendProcess, 'post'>;
}

interface Shown {
  window: Electron.BrowserWindow;
  /** The doctor's window that opened it; the backend knows her by its page. */
  owner: Electron.BrowserWindow;
  ownerId: string;
  displayId: string;
}

/** The patient's screen: which screens there are, and one window that fills one of them. */
export class SecondScreen {
  readonly #parts: Parts;
  readonly #options: SecondScreenOptions;
  #shown: Shown | null = null;

  constructor(parts: Parts, options: SecondScreenOptions) {
    this.#parts = parts;
    this.#options = options;
    parts.screen.on('display-removed', (_event, { id }) => {
      // The system would move it onto the doctor's screen.
      if (String(id) === this.#shown?.displayId) this.#close();
    });
  }

  displays(from: Electron.BrowserWindow): Display[] {
    const { screen } = this.#parts;
    const here = screen.getDisplayMatching(from.getBounds()).id;
    return screen.getAllDisplays().map(({ id, label, size }) => ({
      id: String(id),
      label: label.slice(0, 120),
      width: Math.round(size.width),
      height: Math.round(size.height),
      here: id === here,
    }));
  }

  /** Shows its number on each screen, in the order of `displays`. These pages run no script. */
  number(): void {
    const { BrowserWindow, screen } = this.#parts;
    const shown = screen.getAllDisplays().map(({ bounds }, at) => {
      const window = new BrowserWindow({
        x: Math.round(bounds.x + (bounds.width - NUMBER_SIZE) / 2),
        y: Math.round(bounds.y + (bounds.height - NUMBER_SIZE) / 2),
        width: NUMBER_SIZE,
        height: NUMBER_SIZE,
        frame: false,
        resizable: false,
        focusable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
        webPreferences: {
          session: this.#options.session,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          javascript: false,
        },
      });
      void window.loadURL(NUMBER_PAGE(at + 1));
      return window;
    });
    setTimeout(() => {
      for (const window of shown) if (!window.isDestroyed()) window.destroy();
    }, NUMBERS_MS);
  }

  /** Fills that screen with the patient's window; the keyboard stays with the doctor's. */
  open(displayId: string, owner: Electron.BrowserWindow): void {
    const { BrowserWindow, screen } = this.#parts;
    const { session, preload, backend } = this.#options;
    const display = screen.getAllDisplays().find(({ id }) => String(id) === displayId);
    if (!display) throw new Error('Refused.');
    this.#close();
    const window = new BrowserWindow({
      ...display.bounds,
      frame: false,
      fullscreen: true,
      autoHideMenuBar: true,
      show: false,
      webPreferences: pagePreferences(session, preload),
    });
    const windowId = String(window.webContents.id);
    this.#shown = { window, owner, ownerId: String(owner.webContents.id), displayId };
    window.removeMenu();
    window.once('ready-to-show', () => window.showInactive());
    window.webContents.on('render-process-gone', () => window.destroy());
    window.on('closed', () => {
      if (this.#shown?.window === window) this.#shown = null;
      backend.post({ kind: 'close', windowId });
    });
    void window.loadURL(`${APP_ORIGIN}/index.html#/patient-screen`);
  }

  /** Closes the patient's window of this doctor's window; another's stays. */
  closeOf(owner: Electron.BrowserWindow): void {
    if (this.#shown?.owner === owner) this.#close();
  }

  /** The page of the doctor's window whose patient's page this is; undefined for any other page. */
  ownerOf(page: Electron.WebContents): string | undefined {
    return this.#shown?.window.webContents === page ? this.#shown.ownerId : undefined;
  }

  #close(): void {
    this.#shown?.window.destroy();
    this.#shown = null;
  }
}
