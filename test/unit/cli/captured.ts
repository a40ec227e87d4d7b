import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Io } from '../../../electron/cli/io.ts';

const templates = join(import.meta.dirname, '../../../templates');

export interface Captured {
  io: Io;
  /** What came out on standard output. */
  out(): Buffer;
  /** Lines on standard error. */
  errors: string[];
}

/** An io whose outputs are kept, with the shipped resources laid out as the build does. */
export function captured(stdin = ''): Captured {
  const resourcesDir = mkdtempSync(join(tmpdir(), 'resources-'));
  onTestFinished(() => rmSync(resourcesDir, { recursive: true }));
  for (const [from, to] of [
    ['packs', 'packs'],
    ['sample', 'sample'],
    ['handout/text', 'text'],
  ] as const)
    cpSync(join(templates, from), join(resourcesDir, to), { recursive: true });
  const chunks: Buffer[] = [];
  const errors: string[] = [];
  return {
    io: {
      stdin: Readable.from([Buffer.from(stdin)]),
      write: async (bytes) => {
        chunks.push(Buffer.from(bytes));
      },
      warn: (line) => errors.push(line),
      resourcesDir,
    },
    out: () => Buffer.concat(chunks),
    errors,
  };
}

/** An empty folder, gone after the test. */
export function emptyFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'handout-')), 'papers');
  mkdirSync(folder);
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }));
  return folder;
}
