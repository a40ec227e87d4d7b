import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const WRITER = fileURLToPath(new URL('storeWriter.ts', import.meta.url));

/** What the writer is given. */
export interface WriterJob {
  folder: string;
  workerUrl: URL;
  userId: string;
  password: string;
  consultationId: string;
  /** Names this run's answers apart from those of other runs. */
  round: number;
  /** A module that is loaded before the program, also in its worker: it weakens the store on purpose. */
  weakenedBy?: URL;
}

/** Starts a program that saves without pause; `lines` are the keys of the saves that it had acknowledged. It ends with the test. */
export function startWriter(job: WriterJob): { writer: ChildProcess; lines: AsyncIterable<string> } {
  const before = job.weakenedBy ? ['--import', job.weakenedBy.href] : [];
  const args = [job.folder, job.workerUrl.href, job.userId, job.password, job.consultationId, String(job.round)];
  const writer = spawn(process.execPath, [...before, WRITER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void writer.kill('SIGKILL'));
  return { writer, lines: createInterface({ input: writer.stdout }) };
}
