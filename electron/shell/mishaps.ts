import type * as Electron from 'electron';
import type { ShellWords } from '#core/contract/shellBridge.ts';

interface MishapOptions {
  words: () => ShellWords;
  /** Whether to load the page again after it ended by itself. */
  mayLoadAgain: () => boolean;
}

const TITLE = 'Consultleaf';
/** Asks in the window's name; true for the first of `buttons`, which is never the one that loses something. */
function first(
  { dialog }: Pick<typeof Electron, 'dialog'>,
  window: Electron.BrowserWindow,
  message: string,
  buttons: [string, string],
): boolean {
  return (
    dialog.showMessageBoxSync(window, { type: 'warning', title: TITLE, message, buttons, defaultId: 0, cancelId: 0, noLink: true }) === 0
  );
}

/**
 * A page that ends by itself is loaded again at the same address: the sign-in belongs to the window, so the same screen
 * comes back. A window with answers that aren't stored yet asks before it closes, and so does one that doesn't answer.
 */
export function watchWindow(
  electron: Pick<typeof Electron, 'dialog'>,
  window: Electron.BrowserWindow,
  { words, mayLoadAgain }: MishapOptions,
): void {
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { windowLost, openAgain, close } = words();
    if (mayLoadAgain() || first(electron, window, windowLost, [openAgain, close])) webContents.reload();
    else window.destroy();
  });
  webContents.on('will-prevent-unload', (event) => {
    const { waiting, stay, closeAnyway } = words();
    // Prevented here means: the page's wish to stay is passed over.
    if (!first(electron, window, waiting, [stay, closeAnyway])) event.preventDefault();
  });
  window.on('unresponsive', () => {
    const { windowStuck, wait, openAgain } = words();
    if (!first(electron, window, windowStuck, [wait, openAgain])) webContents.forcefullyCrashRenderer();
  });
}
