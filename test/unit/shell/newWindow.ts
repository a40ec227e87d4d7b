import type * as Electron from 'electron';
import { BrowserWindow } from '../../support/standInWindows.ts';

/** A window of the stand-in with the program's page, and the same as the shell sees it. */
export function newWindow(): { standIn: BrowserWindow; window: Electron.BrowserWindow } {
  const made = new BrowserWindow({ x: 0, y: 0, width: 1366, height: 768, webPreferences: {} });
  made.webContents.mainFrame.url = 'app://consultleaf/index.html#/';
  return { standIn: made, window: made as unknown as Electron.BrowserWindow };
}
