/** What the main process tells the backend's process; `open` comes with a message port. */
export type BackendMessage = { kind: 'open'; windowId: string } | { kind: 'close'; windowId: string } | { kind: 'lock' } | { kind: 'stop' };

/** Channels between a window, its preload and the main process. */
export const CONNECT = 'consultleaf:connect';
export const PORT = 'consultleaf:port';

/** Where the built window lives. */
export const APP_ORIGIN = 'app://consultleaf';
