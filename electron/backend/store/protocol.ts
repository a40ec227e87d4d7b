import type { BackupProgress } from '#core/contract/backups.ts';
import type { PeopleCalls } from './peopleCalls.ts';
import type { Actor, StoreCommands, StoreFaultKind, StoreRefusalKind, StoreWorks } from './store.ts';
import { StoreFault, StoreRefusal } from './store.ts';

/** What the worker is started with. */
export interface WorkerStart {
  folder: string;
  /** Address of the folder with the numbered SQL files. */
  migrations: string;
  /** New passwords, PINs and recovery keys take the weakest parameters that are read: for tests. */
  leastKeys: boolean;
}

/** What crosses to the worker. Commands are answered at once, in their order; the rest one after the other beside them. */
export type Request = { id: number } & (
  | { call: 'state' | 'lock' | 'close' }
  | { call: 'create' | 'unlock' | 'recover'; input: unknown }
  | { call: keyof PeopleCalls; input: unknown }
  | { call: 'work'; work: keyof StoreWorks; input: unknown }
  | { call: 'run'; command: keyof StoreCommands; input: unknown; actor: Actor }
);

/** An error as it crosses: a fault or refusal by its name, anything else as a kind and where it happened. */
export type CrossedError =
  | { kind: 'fault'; fault: StoreFaultKind; message: string }
  | { kind: 'refusal'; refusal: StoreRefusalKind; message: string }
  | { kind: 'other'; message: string; frames: string };

export type Reply = { id: number } & ({ ok: true; value: unknown } | { ok: false; error: CrossedError });

/** How far a long work is; any number of them before its reply. */
export interface Told {
  id: number;
  told: { phase: BackupProgress['phase']; done: number };
}

/** Words of an unexpected error stay in the worker, for they may hold a value; its kind and place cross. */
export function packError(error: unknown): CrossedError {
  if (error instanceof StoreFault) return { kind: 'fault', fault: error.fault, message: error.message };
  if (error instanceof StoreRefusal) return { kind: 'refusal', refusal: error.refusal, message: error.message };
  const known = error instanceof Error ? error : new Error();
  const code = 'code' in known && typeof known.code === 'string' ? ` ${known.code}` : '';
  const frames = (known.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: 'other', message: `The store failed (${known.name}${code}).`, frames: frames.join('\n') };
}

export function unpackError(crossed: CrossedError): Error {
  if (crossed.kind === 'fault') return new StoreFault(crossed.fault, crossed.message);
  if (crossed.kind === 'refusal') return new StoreRefusal(crossed.refusal, crossed.message);
  const error = new Error(crossed.message);
  error.stack = `Error: ${crossed.message}\n${crossed.frames}`;
  return error;
}
