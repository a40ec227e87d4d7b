import { type ClientLink, type ClientOptions, ORPCError } from '@orpc/client';
import { type MessagePortMainLike, RPCLink } from '@orpc/client/message-port';
import type { ShellBridge } from '#core/contract/shellBridge.ts';
import { LostConnection } from './lostConnection.ts';

declare global {
  interface Window {
    /** What the preload script gives to the window; a browser's window has none. */
    consultleaf?: ShellBridge;
  }
}

type NoContext = Record<never, never>;

/** One port to the backend, for as long as that process lives. */
class Line {
  readonly rpc: RPCLink<NoContext>;
  readonly #closers: (() => void)[] = [];
  isLost = false;

  constructor(port: MessagePort) {
    // A page's end of a port says nothing when the other end is gone, so closing is told by the shell's next port.
    const told: MessagePortMainLike = {
      postMessage: (data) => port.postMessage(data),
      on: (event, hear) => {
        if (event === 'message') port.addEventListener('message', (message) => hear(message));
        else this.#closers.push(() => hear());
      },
    };
    this.rpc = new RPCLink({ port: told });
    port.start();
  }

  /** Ends every call that waits for an answer. */
  lose(): void {
    this.isLost = true;
    for (const close of this.#closers) close();
  }
}

/**
 * The link over a message port to the backend's process. When that process was started anew the shell hands out a new
 * port: calls on their way fail with `LostConnection`, later ones go over the new one.
 */
class PortLink implements ClientLink<NoContext> {
  #line: Line;

  constructor(port: MessagePort) {
    this.#line = new Line(port);
  }

  replace(port: MessagePort): void {
    this.#line.lose();
    this.#line = new Line(port);
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<NoContext>): Promise<unknown> {
    const line = this.#line;
    try {
      return await line.rpc.call(path, input, options);
    } catch (error) {
      if (line.isLost && !(error instanceof ORPCError)) throw new LostConnection();
      throw error;
    }
  }
}

/** The link over the ports that the preload hands to this window; ready once the first has come. */
export function portLink(bridge: Pick<ShellBridge, 'connect'>): Promise<ClientLink<NoContext>> {
  return new Promise((resolve) => {
    let link: PortLink | undefined;
    window.addEventListener('message', (event) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'consultleaf:port' || !port) return;
      if (link) return link.replace(port);
      link = new PortLink(port);
      resolve(link);
    });
    bridge.connect();
  });
}
