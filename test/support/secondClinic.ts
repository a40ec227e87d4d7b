import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecondComputerOptions } from '#backend/secondComputer/secondComputer.ts';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { firstStart, TestBackend } from './backend.ts';
import { switchOn } from './secondBrowser.ts';
import { type Client, overPorts } from './transports.ts';

/** A clinic that has let second computers in, at this machine's own address. */
export interface SecondClinic {
  running: TestBackend;
  /** The administrator's window. */
  admin: Client;
  state: SecondComputerState;
  /** Where the window's files lie, a page and nothing else. */
  rendererDir: string;
  close(): Promise<void>;
}

/** Starts one. */
export async function secondClinic(options: Partial<Pick<SecondComputerOptions, 'patience' | 'monotonicMs'>> = {}): Promise<SecondClinic> {
  const rendererDir = mkdtempSync(join(tmpdir(), 'consultleaf-renderer-'));
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>window</title>');
  const running = new TestBackend({ rendererDir, secondComputer: { allowLoopback: true, ...options } });
  running.now = new Date();
  const transport = await overPorts(running.backend);
  const admin = await transport.openWindow();
  await admin.app.setUp(firstStart);
  const state = await switchOn(admin);
  return {
    running,
    admin,
    state,
    rendererDir,
    async close() {
      await transport.close();
      await running.close();
      rmSync(rendererDir, { recursive: true });
    },
  };
}
