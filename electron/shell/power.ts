import type * as Electron from 'electron';

/** Signs everybody out when the machine sleeps, its screen is locked, another person comes to it, or it shuts down. */
export function lockWithMachine(
  { powerMonitor, app }: Pick<typeof Electron, 'powerMonitor' | 'app'>,
  { lock }: { lock: () => void },
): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('user-did-resign-active', lock);
  powerMonitor.on('shutdown', lock);
  // Windows tells its windows, not the power monitor, that the session ends.
  app.on('browser-window-created', (_event, window) => window.on('session-end', lock));
}
