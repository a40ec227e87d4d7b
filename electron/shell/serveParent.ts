import { RPCHandler } from '@orpc/server/message-port';
import type * as Electron from 'electron';
import type { Backend } from '#backend/createBackend.ts';
import { refuseUnreadable } from '#backend/services/transport.ts';
import type { BackendMessage } from './messages.ts';

/** Answers the main process: a port for each window, its end, sleep, and the end of the program. */
export function serveParent(parent: Pick<Electron.ParentPort, 'on'>, backend: Backend, exit: () => void): void {
  const rpc = new RPCHandler(backend.router, { interceptors: [refuseUnreadable] });
  parent.on('message', async ({ data, ports }) => {
    const message = data as BackendMessage;
    switch (message.kind) {
      case 'open':
        for (const port of ports) {
          rpc.upgrade(port, { context: { windowId: message.windowId } });
          port.start();
        }
        return;
      case 'close':
        return backend.closeWindow(message.windowId);
      case 'lock':
        return backend.signOutEverywhere();
      case 'stop':
        await backend.close();
        return exit();
    }
  });
}
