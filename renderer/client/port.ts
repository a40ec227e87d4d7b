import { RPCLink } from '@orpc/client/message-port';

/** What the preload script gives to the window. */
export interface Bridge {
  /** Asks for a port to the backend; it arrives as the message `consultleaf:port`. */
  connect(): void;
}
declare global {
  interface Window {
    consultleaf?: Bridge;
  }
}

/** The link over a message port to the backend process. */
export async function portLink(bridge: Bridge) {
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
