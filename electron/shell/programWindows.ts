import type * as Electron from 'electron';
import type { NativeMenu, OpenedFile, ShellWords } from '#core/contract/shellBridge.ts';
import type { BackendProcess } from './backendProcess.ts';
import { programMenu } from './menu.ts';
import { COMMAND, FILE } from './messages.ts';
import { watchWindow } from './mishaps.ts';
import type { WindowMemory } from './windowMemory.ts';
import { openWindow, zoomWindow } from './windows.ts';
import { ENGLISH } from './words.ts';

type Parts = Pick<typeof Electron, 'BrowserWindow' | 'Menu' | 'dialog' | 'screen'>;

interface ProgramWindowsOptions {
  platform: NodeJS.Platform;
  preload: string;
  session: Electron.Session;
  backend: Pick<BackendProcess, 'post'>;
  memory: WindowMemory;
  /** A guard for a new window: whether its page may be loaded again after it ended by itself. */
  mayLoadAgain: () => () => boolean;
  /** Hears of a window that is gone, with the id that it had: it can't be asked any more. */
  whenClosed: (window: Electron.BrowserWindow, id: number) => void;
}

/** The ordinary windows of the program, each with its own menu, and the words they were last given. */
export class ProgramWindows {
  readonly #parts: Parts;
  readonly #options: ProgramWindowsOptions;
  readonly #menus = new Map<Electron.BrowserWindow, readonly NativeMenu[]>();
  #words: ShellWords = ENGLISH;

  constructor(parts: Parts, options: ProgramWindowsOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  get words(): ShellWords {
    return this.#words;
  }

  /** Whether it is one of these, and not the patient's. */
  has(window: Electron.BrowserWindow): boolean {
    return this.#menus.has(window);
  }

  get count(): number {
    return this.#menus.size;
  }

  get inFront(): boolean {
    return [...this.#menus.keys()].some((window) => window.isFocused());
  }

  open(): Electron.BrowserWindow {
    const { mayLoadAgain, whenClosed } = this.#options;
    const window = openWindow(this.#parts, this.#options);
    const { id } = window;
    this.#menus.set(window, []);
    watchWindow(this.#parts, window, { words: () => this.#words, mayLoadAgain: mayLoadAgain() });
    window.on('closed', () => {
      this.#menus.delete(window);
      whenClosed(window, id);
    });
    // macOS has one menu bar, for the window in front.
    window.on('focus', () => this.#showMenu(window));
    this.#showMenu(window);
    return window;
  }

  setMenu(window: Electron.BrowserWindow, menus: readonly NativeMenu[]): void {
    this.#menus.set(window, menus);
    this.#showMenu(window);
  }

  setWords(words: ShellWords): void {
    this.#words = words;
    for (const window of this.#menus.keys()) this.#showMenu(window);
  }

  /** Brings the newest window to the front; opens one where there is none. */
  show(): Electron.BrowserWindow {
    const window = [...this.#menus.keys()].at(-1) ?? this.open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }

  /** Gives a file to the page of a window, once it is there. */
  openFile(file: OpenedFile): void {
    const { webContents } = this.show();
    const send = () => webContents.send(FILE, file);
    if (webContents.isLoading()) webContents.once('did-finish-load', send);
    else send();
  }

  #showMenu(window: Electron.BrowserWindow): void {
    const { Menu } = this.#parts;
    const { platform, memory } = this.#options;
    const mac = platform === 'darwin';
    if (mac && !window.isFocused()) return;
    const menu = Menu.buildFromTemplate(
      programMenu({
        platform,
        words: this.#words,
        menus: this.#menus.get(window) ?? [],
        run: (id) => window.webContents.send(COMMAND, id),
        zoom: (step) => zoomWindow(window, memory, step),
        newWindow: () => this.open(),
      }),
    );
    if (mac) Menu.setApplicationMenu(menu);
    else window.setMenu(menu);
  }
}
