/**
 * What the main process tells the backend's process; `open` comes with a message port. `everywhere`: second computers are
 * signed out too. `display` makes a window the
 * patient's: it is the windowId of the doctor's window that it was opened from, and it may ask for her screen and nothing else.
 */
export type BackendMessage =
  | { kind: 'open'; windowId: string; display?: string }
  | { kind: 'close'; windowId: string }
  | { kind: 'lock'; everywhere: boolean }
  | { kind: 'stop' };

/** What the backend's process asks of the main process: to end the program and start the package of an update. */
export type BackendAsk = { kind: 'install'; file: string };

/** Channels between a window, its preload and the main process. */
export const CONNECT = 'consultleaf:connect';
export const PORT = 'consultleaf:port';
/** A window asks the shell for something: its name and input. */
export const ASK = 'consultleaf:ask';
/** The shell tells a window: the id of a command chosen in the native menu. */
export const COMMAND = 'consultleaf:command';
/** The shell tells a window: a file that the system asked this program to open. */
export const FILE = 'consultleaf:file';

/** Where the built window lives. */
export const APP_ORIGIN = 'app://consultleaf';
