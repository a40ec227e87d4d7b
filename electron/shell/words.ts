import type { ShellWords } from '#core/contract/shellBridge.ts';

/** What the shell says before a window has told its own words; the same as the window's English. */
export const ENGLISH: ShellWords = {
  language: 'en',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Usual size',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fullScreen: 'Full screen',
  window: 'Window',
  newWindow: 'New window',
  minimize: 'Minimise',
  close: 'Close window',
  quit: 'Quit',
  show: 'Show Consultleaf',
  waiting: 'Answers in this window are not stored yet. If you close it they are lost.',
  stay: 'Stay here',
  closeAnyway: 'Close and lose them',
  windowLost: 'This window ended by itself several times. Everything saved is there.',
  windowStuck: 'This window doesn’t answer. What was typed last may be lost if it is opened again.',
  openAgain: 'Open it again',
  wait: 'Wait',
  storeLost:
    'The part of the program that keeps the records ended several times. Everything saved is there. Restart the computer; if it happens again, get the records back from a backup.',
  installFailed:
    'The update could not be started. This program is as it was. Start it again, and take the update from the stick once more.',
};
