import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { FoundUpdate, UpdateState } from '#core/contract/updates.ts';
import { keepCalls } from './memoryCalls.ts';

/** What a backend in memory knows of updates. */
export interface MemoryUpdates {
  state: UpdateState;
  /** Updates on sticks. */
  found: FoundUpdate[];
  /** What taking one over waits for before it answers. */
  gate: Promise<void>;
}

export const memoryUpdatesState = (): MemoryUpdates => ({
  state: { present: '0.1.0', hasKeys: true, startsInstaller: true, kept: [], running: null },
  found: [],
  gate: Promise.resolve(),
});

/** An update on a stick, newer than the program. */
export function foundUpdate(release: string, change: Partial<FoundUpdate> = {}): FoundUpdate {
  return {
    path: `/media/stick/Consultleaf ${release}`,
    release,
    madeAt: '2026-11-20T06:00:00.000Z',
    direction: 'newer',
    notes: { en: ['Printing is faster.'], hi: ['छपाई तेज़ हुई।'] },
    problem: null,
    ...change,
  };
}

interface Memory {
  updates: MemoryUpdates;
  calls: { path: string; input: unknown }[];
}

/** The procedures of updates over memory. */
export function memoryUpdates(state: Memory) {
  const os = implement(contract).use(keepCalls(state)).updates;
  const { updates } = state;
  return {
    read: os.read.handler(() => updates.state),
    find: os.find.handler(() => updates.found),
    look: os.look.handler(({ input }) => foundUpdate('9.0.0', { path: input.path })),
    prepare: os.prepare.handler(async ({ input }) => {
      await updates.gate;
      const release = updates.found.find(({ path }) => path === input.path)?.release ?? '9.0.0';
      updates.state = { ...updates.state, kept: [release, ...updates.state.kept] };
      return updates.state;
    }),
    install: os.install.handler(({ input }) => ({
      started: updates.state.startsInstaller,
      file: `/home/clinic/consultleaf/updates/${input.release}/Consultleaf-${input.release}.deb`,
    })),
  };
}
