import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A host in a process of its own. */
export interface Started {
  /** The address of its first window. */
  url: string;
  pid: number;
  end(): Promise<void>;
}

/** Starts a host and waits until it listens. */
export async function startHostProcess(file: string, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const { stdout, pid } = child;
  if (!stdout || pid === undefined) throw new Error('The host did not start.');
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: stdout })) {
    const url = /^listening (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    return {
      url,
      pid,
      async end() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The host ended before it listened.');
}

/** What a process and its threads hold in memory, in MB. Linux only. */
export function residentMb(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kib === undefined) throw new Error('The system does not tell what the process holds.');
  return Number(kib) / 1024;
}
