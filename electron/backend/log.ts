import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pino } from 'pino';

/** What happened. A closed list: nothing that a person typed can become one. */
export type LogEvent =
  | 'started'
  | 'stopped'
  | 'call.failed'
  | 'stream.failed'
  | 'pack.refused'
  | 'preview.warmUpFailed'
  | 'backup.failed'
  | 'secondComputer.failed'
  | 'backend.ended';

/** The only fields a line of the log can have. None of them is a value of the program. */
export interface LogFields {
  event: LogEvent;
  /** Shown to the person as well, so that the line can be found. */
  errorId?: string;
  /** A code of the contract, a fault of the store, or the name of an error's class. */
  code?: string;
  ms?: number;
  /** Where in the code: functions, files and lines, without messages and folders. */
  where?: string;
}

export interface Log {
  info(fields: LogFields): void;
  error(fields: LogFields): void;
  /** The last lines, the oldest first; at most `count`. */
  recent(count: number): string[];
}

const WORD = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/;
const FRAME = /^\s+at (?:(?:async )?([\w.<>$ ]+) )?\(?(.+):(\d+):\d+\)?$/;

/** The upper frames of an error's stack without its message, which may hold a value, and without folders. */
export function whereOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // A fault of another thread brings that thread's trace as its cause.
  const trace = typeof error.cause === 'string' ? error.cause : (error.stack ?? '');
  const frames = trace.split('\n').flatMap((line) => {
    const [, name, file, row] = FRAME.exec(line) ?? [];
    return file === undefined ? [] : [`${name ?? '-'} ${basename(file)}:${row}`];
  });
  return frames.length === 0 ? undefined : frames.slice(0, 6).join(' < ');
}

/** Keeps the fields of `LogFields` and drops everything else, also what the types would have refused. */
function redact({ event, errorId, code, ms, where }: LogFields): LogFields {
  return {
    event: WORD.test(event) ? event : 'call.failed',
    ...(errorId !== undefined && WORD.test(`e${errorId}`) ? { errorId } : {}),
    ...(code !== undefined && WORD.test(code) ? { code } : {}),
    ...(typeof ms === 'number' ? { ms: Math.round(ms) } : {}),
    ...(where === undefined ? {} : { where }),
  };
}

const LARGEST_FILE = 1_000_000;

/** The file before last is kept as `.1`; older ones go, so that the log never fills the disk. */
function rotate(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_FILE) renameSync(file, `${file}.1`);
}

/** What stands in the log of this program and the one before; nothing where it isn't kept in a file. */
function lines(file: string | undefined): string[] {
  if (file === undefined) return [];
  return [`${file}.1`, file].filter((each) => existsSync(each)).flatMap((each) => readFileSync(each, 'utf8').split('\n').filter(Boolean));
}

/** A log on standard error, or in `file`. Lines are written at once, so that a crash loses none. */
export function createLog(options: { file?: string } = {}): Log {
  if (options.file !== undefined) rotate(options.file);
  const destination = pino.destination(options.file === undefined ? { dest: 2, sync: true } : { dest: options.file, sync: true });
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (fields) => logger.info(redact(fields)),
    error: (fields) => logger.error(redact(fields)),
    recent: (count) => lines(options.file).slice(-count),
  };
}
