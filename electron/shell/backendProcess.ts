import type * as Electron from 'electron';
import type { BackendAsk, BackendMessage } from './messages.ts';

/** The backend's process as the main process sees it. */
export interface BackendProcess {
  post(message: BackendMessage, ports?: Electron.MessagePortMain[]): void;
  /** Closes the stores and ends the process. */
  stop(): Promise<void>;
}

interface BackendOptions {
  entry: string;
  dataDir: string;
  version: string;
  /** Whether to start it again after it ended by itself. */
  mayStartAgain: () => boolean;
  /** It ended by itself and runs again: everything saved is on the disk, the sign-ins and the ports are gone. */
  whenBack: () => void;
  /** It asks for the program to end and the package of an update to start. */
  whenInstalling: (file: string) => void;
  /** It ended by itself and isn't started again. */
  whenGivenUp: () => void;
}

/** Starts the backend in a process of its own, so that its work never holds up a window, and again when it ends by itself. */
export function startBackend({ utilityProcess }: Pick<typeof Electron, 'utilityProcess'>, options: BackendOptions): BackendProcess {
  const { entry, dataDir, version, mayStartAgain, whenBack, whenInstalling, whenGivenUp } = options;
  let child: Electron.UtilityProcess | undefined;
  let stopped: Promise<void> | undefined;

  const start = () => {
    const started = utilityProcess.fork(entry, [dataDir, version], { serviceName: 'Consultleaf store', stdio: 'inherit' });
    child = started;
    started.on('message', (ask: BackendAsk) => {
      if (ask.kind === 'install') whenInstalling(ask.file);
    });
    started.once('exit', () => {
      child = undefined;
      if (stopped) return;
      if (!mayStartAgain()) return whenGivenUp();
      start();
      whenBack();
    });
  };
  start();

  return {
    post: (message, ports = []) => child?.postMessage(message, ports),
    stop() {
      const running = child;
      if (!running) return stopped ?? Promise.resolve();
      stopped ??= new Promise((resolve) => {
        running.once('exit', () => resolve());
        running.postMessage({ kind: 'stop' } satisfies BackendMessage);
      });
      return stopped;
    },
  };
}
