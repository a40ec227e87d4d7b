import type * as Electron from 'electron';
import type { BackendMessage } from './messages.ts';

/** The backend's process as the main process sees it. */
export interface BackendProcess {
  post(message: BackendMessage, ports?: Electron.MessagePortMain[]): void;
  /** Closes the stores and ends the process. */
  stop(): Promise<void>;
}

/**
 * Starts the backend in a process of its own, so that its work never holds up a window. When it ends by itself,
 * `whenLost` is told: everything saved is on the disk, the sign-ins are gone.
 */
export function startBackend(
  { utilityProcess }: Pick<typeof Electron, 'utilityProcess'>,
  { entry, dataDir, version, whenLost }: { entry: string; dataDir: string; version: string; whenLost: () => void },
): BackendProcess {
  const child = utilityProcess.fork(entry, [dataDir, version], { serviceName: 'Consultleaf store', stdio: 'inherit' });
  let stopping = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', () => {
    if (!stopping) whenLost();
  });
  return {
    post: (message, ports = []) => child.postMessage(message, ports),
    stop() {
      if (!stopping) {
        stopping = true;
        child.postMessage({ kind: 'stop' } satisfies BackendMessage);
      }
      return ended;
    },
  };
}
