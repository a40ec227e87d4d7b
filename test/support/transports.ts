import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type * as Electron from 'electron';
import type { Backend } from '#backend/createBackend.ts';
import { type Contract, contract } from '#core/contract/contract.ts';
import { startHost } from '../../electron/host/startHost.ts';
import type { BackendMessage } from '../../electron/shell/messages.ts';
import { serveParent } from '../../electron/shell/serveParent.ts';

export type Client = ContractRouterClient<Contract>;

/** A way from windows to a backend. */
export interface Transport {
  /** The client of a new window. */
  openWindow(): Promise<Client>;
  /** The client of a new patient's window, opened from the window of `owner`, who is signed in. */
  openDisplay(owner: Client): Promise<Client>;
  close(): Promise<void>;
}

/** What a browser sends by itself from the program's own window. */
export const ownWindowHeaders = (origin: string) => ({ origin, 'sec-fetch-site': 'same-origin' });

/** The client of a window of a local host, by the address that opens it. */
export async function clientOf(url: string): Promise<Client> {
  const { origin, hash } = new URL(url);
  const headers = ownWindowHeaders(origin);
  const answer = await fetch(`${origin}/launch`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ token: hash.replace('#launch=', '') }),
  });
  const { token } = (await answer.json()) as { token: string };
  return createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers: { ...headers, authorization: `Bearer ${token}` } }));
}

async function overHttp(backend: Backend): Promise<Transport> {
  const rendererDir = mkdtempSync(join(tmpdir(), 'consultleaf-no-files-'));
  const host = await startHost({ backend, rendererDir });
  return {
    openWindow: () => clientOf(host.newWindow().url),
    async openDisplay(owner) {
      const { launch } = await owner.display.open();
      return clientOf(`${host.origin}/#launch=${launch}`);
    },
    async close() {
      await host.close();
      rmSync(rendererDir, { recursive: true });
    },
  };
}

/** Message ports, as between Electron's windows and the backend's process. */
export async function overPorts(backend: Backend): Promise<Transport> {
  const parent = new EventEmitter();
  serveParent(parent as unknown as Electron.ParentPort, backend, () => undefined);
  const ports: { close(): void }[] = [];
  const windowIds = new WeakMap<Client, string>();
  let windows = 0;
  const open = (more: { display?: string }): Client => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port2);
    const windowId = String(++windows);
    parent.emit('message', { data: { kind: 'open', windowId, ...more } satisfies BackendMessage, ports: [port1] });
    port2.start();
    const areas: Client = createORPCClient(new PortLink({ port: port2 }));
    // The client itself is another object each time it was awaited.
    const client = Object.fromEntries(Object.keys(contract).map((area) => [area, areas[area as keyof Client]])) as unknown as Client;
    windowIds.set(client, windowId);
    return client;
  };
  return {
    openWindow: async () => open({}),
    openDisplay: async (owner) => open({ display: windowIds.get(owner) ?? '' }),
    async close() {
      for (const port of ports) port.close();
    },
  };
}

/** Both transports of the contract, by the names that tests show. */
export const transports: [name: string, open: (backend: Backend) => Promise<Transport>][] = [
  ['HTTP on the local host', overHttp],
  ['message ports', overPorts],
];
