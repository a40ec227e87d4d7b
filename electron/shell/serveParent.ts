import { RPCHandler } from '@orpc/server/message-port';
import type * as Electron from 'electron';
import type { Backend } from '#backend/createBackend.ts';
import { whereOf } from '#backend/log.ts';
import { refuseUnreadable } from '#backend/services/transport.ts';
import type { BackendMessage } from './messages.ts';

/** Answers the main process: a port for each window, its end, sleep, and the end of the program. */
export function serveParent(parent: Pick<Electron.ParentPort, 'on'>, backend: Backend, exit: () => void): void {
  const rpc = new RPCHandler(backend.router, { interceptors: [refuseUnreadable] });
  const answer = async (message: BackendMessage, ports: Electron.MessagePortMain[]): Promise<void> => {
    switch (message.kind) {
      case 'open':
        if (message.display !== undefined) backend.registerDisplay(message.display, message.windowId);
        for (const port of ports) {
          const { windowId, display } = message;
          rpc.upgrade(port, { context: { windowId, ...(display === undefined ? {} : { display }) } });
          port.start();
        }
        return;
      case 'close':
        return backend.closeWindow(message.windowId);
      case 'lock':
        return message.everywhere ? backend.signOutEverywhere() : backend.signOutHere();
      case 'stop':
        await backend.close();
        exit();
    }
  };
  parent.on('message', ({ data, ports }) => {
    answer(data as BackendMessage, ports).catch((error: unknown) => {
      const where = whereOf(error);
      backend.log.error({ event: 'call.failed', ...(where === undefined ? {} : { where }) });
    });
  });
}
