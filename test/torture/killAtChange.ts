import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FSWatcher, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Ended {
  /** How often something in the watched folders had changed by then. */
  changes: number;
  killed: boolean;
  /** Exit code of a program that came to its end; null when it was killed. */
  code: number | null;
}

/**
 * Runs a program of this folder and kills it at the `nth` change of a file in `folders`: once for every step that leaves
 * something on the disk, wherever it stands in the code. Infinity lets it come to its end and counts the changes.
 */
export async function killAtChange(program: URL, args: string[], folders: string[], nth: number, weakenedBy?: URL): Promise<Ended> {
  const before = weakenedBy ? ['--import', weakenedBy.href] : [];
  const child = spawn(process.execPath, [...before, fileURLToPath(program), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let changes = 0;
  const watchers: FSWatcher[] = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      changes += 1;
      if (changes >= nth) child.kill('SIGKILL');
    }),
  );
  const [code, signal] = await once(child, 'exit');
  for (const watcher of watchers) watcher.close();
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The program ended with ${code ?? signal}.\n${said}`);
  return { changes, killed: signal === 'SIGKILL', code };
}

/** `times` different moments spread over `changes`, from that part of them on (0: the first) to the last. */
export function moments(times: number, changes: number, from = 0): number[] {
  return Array.from({ length: times }, (_, index) => 1 + Math.floor((from + ((1 - from) * index) / times) * changes));
}
