import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Exit codes of every command line. */
export const EXIT = { ok: 0, failed: 1, badInput: 2 } as const;

/** What a command line touches besides files. `say` and `warn` write one line each. */
export interface Io {
  stdin: Readable;
  /** Writes to standard output and waits until it has been taken. */
  write(bytes: Uint8Array | string): Promise<void>;
  /** One line on standard error. */
  warn(line: string): void;
  /** Holds `packs`, `sample`, `text` and `fonts`, as the build lays them out. */
  resourcesDir: string;
}

/** The io of a real process. `beside` is the URL of the built entry file: resources lie in `../resources`. */
export function processIo(beside: string): Io {
  return {
    stdin: process.stdin,
    write: (bytes) =>
      new Promise((resolve, reject) => {
        // A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
        const taken = (error?: Error | null) => (error && !('code' in error && error.code === 'EPIPE') ? reject(error) : resolve());
        process.stdout.on('error', taken);
        process.stdout.write(bytes, taken);
      }),
    warn: (line) => {
      process.stderr.write(`${line}\n`);
    },
    resourcesDir: process.env.CONSULTLEAF_RESOURCES ?? fileURLToPath(new URL('../resources', beside)),
  };
}

/** The system's word for what went wrong with a file, such as ENOENT, in plain words; never the content of a file. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'this is not allowed',
    EPERM: 'this is not allowed',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is no folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk can’t be written to',
  };
  return words[code] ?? (code || 'it failed');
}

/** The options of a command line; null when one isn't known, which is said. */
export function optionsOf<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  io: Io,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    io.warn(`${error instanceof Error ? error.message.split('\n')[0] : 'Unknown arguments'} (see --help)`);
    return null;
  }
}
