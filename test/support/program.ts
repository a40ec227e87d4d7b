import { afterEach, beforeEach } from 'vitest';
import type { PrinterPort } from '#backend/printing/port.ts';
import { TestBackend } from './backend.ts';
import { type Client, overPorts, type Transport } from './transports.ts';

/** The program of the test that runs: its backend, the way to it, and its first window. */
export let running: TestBackend;
export let transport: Transport;
export let client: Client;

let open = overPorts;
const openFirstWindow = async () => {
  transport = await open(running.backend);
  client = await transport.openWindow();
};

interface How {
  open?: typeof overPorts;
  /** The program's clock at the start. */
  now?: string;
  printers?: () => PrinterPort;
  /** What is done in the first window before each test. */
  begin?: () => Promise<unknown>;
}

/** Starts the program before each test and ends it afterwards. */
export function programOfEachTest({ now, printers, begin, ...how }: How = {}): void {
  beforeEach(async () => {
    open = how.open ?? overPorts;
    running = new TestBackend();
    if (now) running.now = new Date(now);
    if (printers) running.printers = printers();
    await openFirstWindow();
    await begin?.();
  });
  afterEach(async () => {
    await transport.close();
    await running.close();
  });
}

/** Ends the program and starts it again with nobody signed in. */
export async function restart(between: () => void | Promise<void> = () => undefined): Promise<void> {
  await transport.close();
  await running.stop();
  await between();
  await openFirstWindow();
}
