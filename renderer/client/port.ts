import { RPCLink } from '@orpc/client/message-port';
import type { ShellBridge } from '#core/contract/shellBridge.ts';

declare global {
  interface Window {
    /** What the preload script gives to the window; a browser's window has none. */
    consultleaf?: ShellBridge;
  }
}

/** The link over a message port to the backend process. */
export async function portLink(bridge: Pick<ShellBridge, 'connect'>) {
  const port = await new Promise<MessagePort>((resolve) => {
    function receive(event: MessageEvent) {
      const [arrived] = event.ports;
      if (event.source !== window || event.data !== 'consultleaf:port' || !arrived) return;
      window.removeEventListener('message', receive);
      resolve(arrived);
    }
    window.addEventListener('message', receive);
    bridge.connect();
  });
  port.start();
  return new RPCLink({ port });
}
