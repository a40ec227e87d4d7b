import type * as Electron from 'electron';
import type { BackendProcess } from './backendProcess.ts';
import { fromOwnPage } from './lockdown.ts';
import { CONNECT, PORT } from './messages.ts';

/**
 * Gives each page that asks a message port to the backend. A reload asks again and keeps the window's sign-in. The function
 * that comes back gives every such page a new port: for when the backend runs again. `ownerOf` tells the
 * patient's page from the others: its port can do no more than show what her doctor's window orders.
 */
export function handOutPorts(
  { ipcMain, MessageChannelMain }: Pick<typeof Electron, 'ipcMain' | 'MessageChannelMain'>,
  backend: Pick<BackendProcess, 'post'>,
  ownerOf: (page: Electron.WebContents) => string | undefined,
): () => void {
  const connected = new Set<Electron.WebContents>();
  const connect = (page: Electron.WebContents) => {
    const { port1, port2 } = new MessageChannelMain();
    const display = ownerOf(page);
    backend.post({ kind: 'open', windowId: String(page.id), ...(display === undefined ? {} : { display }) }, [port1]);
    page.mainFrame.postMessage(PORT, null, [port2]);
  };
  ipcMain.on(CONNECT, (event) => {
    if (!fromOwnPage(event)) return;
    if (!connected.has(event.sender)) {
      connected.add(event.sender);
      event.sender.once('destroyed', () => connected.delete(event.sender));
    }
    connect(event.sender);
  });
  return () => {
    for (const page of connected) connect(page);
  };
}
