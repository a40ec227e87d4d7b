// The application of the stand-in for `electron` (electronStandIn.ts), and what it records.
import { EventEmitter } from 'node:events';

/** What was asked for, in order: `[what, …arguments]`. */
export const asked: unknown[][] = [];
export const record =
  (what: string) =>
  (...args: unknown[]): void => {
    asked.push([what, ...args]);
  };

class App extends EventEmitter {
  isPackaged = true;
  enableSandbox = record('app.enableSandbox');
  commandLine = { appendSwitch: record('app.commandLine') };
  setPath = record('app.setPath');
  exit = record('app.exit');
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  getVersion = () => '9.9.9-test';
  /** Quits for good unless a listener of `will-quit` holds it back. */
  quit() {
    let held = false;
    this.emit('will-quit', {
      preventDefault: () => {
        held = true;
      },
    });
    if (!held) this.emit('stand-in:ended');
  }
}
export const app = new App();

// biome-ignore lint/suspicious/noExplicitAny: handlers of many kinds, called as Electron would
export type Handler = (...args: any[]) => any;
