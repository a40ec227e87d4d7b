import type * as Electron from 'electron';

/**
 * Signs everybody out when the machine sleeps or shuts down: what is in its memory may come to its disk. When its screen is
 * locked, or another person comes to it, whoever is at this machine; a second computer goes on.
 */
export function lockWithMachine(
  { powerMonitor, app }: Pick<typeof Electron, 'powerMonitor' | 'app'>,
  { lock }: { lock: (everywhere: boolean) => void },
): void {
  powerMonitor.on('suspend', () => lock(true));
  powerMonitor.on('lock-screen', () => lock(false));
  powerMonitor.on('user-did-resign-active', () => lock(false));
  powerMonitor.on('shutdown', () => lock(true));
  // Windows tells its windows, not the power monitor, that the session ends.
  app.on('browser-window-created', (_event, window) => window.on('session-end', () => lock(true)));
}
