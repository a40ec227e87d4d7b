import { implement } from '@orpc/server';
import type { Backup, BackupState, FoundBackup } from '#core/contract/backups.ts';
import { contract } from '#core/contract/contract.ts';
import type { Status } from '#core/contract/shapes.ts';
import { keepCalls } from './memoryCalls.ts';

/** What a backend in memory knows of backups. */
export interface MemoryBackups {
  state: BackupState;
  drives: { path: string; label: string; freeBytes: number }[];
  /** The backup in a folder that a person names. */
  folders: Record<string, FoundBackup>;
  /** Where the old state lies after a restore; null on a computer without a clinic. */
  keptAt: string | null;
  /** The fault that is seen once a password opens the records; null: none. */
  opensWith: { fault: string; message: string } | null;
  /** What making and restoring wait for before they answer. */
  gate: Promise<void>;
}

const NOW = '2026-12-02T05:12:00.000Z';
export const OPENS_IT = { id: '00000000-0000-4000-8000-000000000001', name: 'Dr A. SAMPLE' };

/** A backup of a moment `YYYY-MM-DDTHH:MM` in UTC. */
export function backup(moment: string, change: Partial<Backup> = {}): Backup {
  const madeAt = `${moment}:00.000Z`;
  return {
    id: `${moment.replace(':', '-')}-00Z`,
    place: 'own',
    madeAt,
    bytes: 630_000_000,
    verifiedAt: madeAt,
    why: 'hourly',
    ...change,
  };
}

export const memoryBackupsState = (): MemoryBackups => ({
  state: {
    backups: [],
    secondPlace: null,
    secondPlaceThere: false,
    running: null,
    reminders: [],
    lastTrial: null,
    lastFault: null,
  },
  drives: [],
  folders: {},
  keptAt: '/home/clinic/consultleaf/before-2026-12-02T05-12-00Z',
  opensWith: null,
  gate: Promise.resolve(),
});

/** What of the backend's memory going back to a backup reads and changes. */
interface Memory {
  backups: MemoryBackups;
  people: { password: string }[];
  tries: number;
  status: Status;
  calls: { path: string; input: unknown }[];
}

/** The procedures of backups over memory. */
export function memoryBackups(state: Memory) {
  const os = implement(contract).use(keepCalls(state)).backups;
  const memory = state.backups;
  return {
    read: os.read.handler(() => memory.state),
    make: os.make.handler(async ({ errors }) => {
      await memory.gate;
      if (memory.state.lastFault) throw errors.STORE_FAULT({ message: memory.state.lastFault, data: { fault: 'diskFull' } });
      const made = backup('2026-12-02T05:12', { why: 'byHand' });
      memory.state = { ...memory.state, backups: [made, ...memory.state.backups], running: null, reminders: [] };
      return memory.state;
    }),
    verify: os.verify.handler(({ input, errors }) => {
      const found = memory.state.backups.find(({ id, place }) => id === input.id && place === input.place);
      if (!found) throw errors.NOT_FOUND({ message: 'This backup is not there any more. Choose another one.', data: {} });
      memory.state = {
        ...memory.state,
        backups: memory.state.backups.map((each) => (each === found ? { ...each, verifiedAt: NOW } : each)),
      };
      return memory.state;
    }),
    drives: os.drives.handler(() => memory.drives),
    setSecondPlace: os.setSecondPlace.handler(({ input, errors }) => {
      if (input.path?.startsWith('/nowhere')) {
        const message = 'This folder isn’t there. Plug in the stick, or check the path.';
        throw errors.BAD_INPUT({ message, data: { issues: [{ path: 'path', message }] } });
      }
      memory.state = { ...memory.state, secondPlace: input.path, secondPlaceThere: input.path !== null, reminders: [] };
      return memory.state;
    }),
    find: os.find.handler(() => memory.state.backups),
    look: os.look.handler(({ input, errors }) => {
      const { source } = input;
      const found =
        source.from === 'folder'
          ? memory.folders[source.path]
          : memory.state.backups.find(({ id, place }) => id === source.id && place === source.place);
      if (!found) throw errors.NOT_FOUND({ message: 'There is no backup in this folder: keyring.json is missing.', data: {} });
      return { madeAt: found.madeAt, bytes: found.bytes, users: 'users' in found ? found.users : [OPENS_IT] };
    }),
    restore: os.restore.handler(async ({ input, errors }) => {
      await memory.gate;
      if (input.with.kind === 'password' && input.with.password !== state.people[0]?.password) {
        state.tries += 1;
        const data = state.tries > 1 ? { waitSeconds: 30 } : {};
        throw errors.WRONG_PASSWORD({ message: 'This password doesn’t open the backup. Check the capital letters.', data });
      }
      const { source } = input;
      const found = source.from === 'folder' ? memory.folders[source.path] : memory.state.backups.find(({ id }) => id === source.id);
      state.status = { ...state.status, state: 'locked', user: null, fault: null, users: [OPENS_IT] };
      return { restoredFrom: found?.madeAt ?? NOW, keptAt: memory.keptAt };
    }),
  };
}
