import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { ProtocolPart, SavedProtocol } from '#core/domain/savedProtocol.ts';
import { keepCalls, type MemoryCalls } from './memoryCalls.ts';

const NOW = '2026-12-02T05:12:00.000Z';
let last = 0;

/** A doctor's saved protocol, as a backend in memory holds it. */
export function memoryProtocol(name: string, pack: PackRef, part: ProtocolPart): SavedProtocol {
  last += 1;
  const id = `00000000-0000-4000-8000-0000000d${String(last).padStart(4, '0')}`;
  return { id, rev: 1, name, pack, part, savedAt: NOW, approvedAt: NOW };
}

/** What of the backend's memory the saved protocols read and change. */
interface Memory extends MemoryCalls {
  protocols: SavedProtocol[];
  visit: { consultation: { pack: PackRef } } | null;
}

/** A doctor's saved protocols, answered from memory. */
export function memoryProtocols(state: Memory) {
  const os = implement(contract).use(keepCalls(state));
  const change = (
    id: string,
    changes: Partial<SavedProtocol>,
    errors: { NOT_FOUND: (options: { message: string; data: { id?: string } }) => Error },
  ): SavedProtocol => {
    const saved = state.protocols.find((each) => each.id === id);
    if (!saved) throw errors.NOT_FOUND({ message: 'This protocol is not among yours any more.', data: {} });
    const changed = { ...saved, ...changes, rev: saved.rev + 1 };
    state.protocols = state.protocols.map((each) => (each.id === id ? changed : each));
    return changed;
  };
  return {
    mine: os.protocols.mine.handler(() => state.protocols),
    save: os.protocols.save.handler(({ input, errors }) => {
      if (state.protocols.some(({ name }) => name === input.name)) {
        const message = 'One of your protocols has this name. Choose another name.';
        throw errors.BAD_INPUT({ message, data: { issues: [{ path: 'name', message }] } });
      }
      const pack = state.visit?.consultation.pack ?? { id: '', version: '', hash: input.packHash };
      const saved = memoryProtocol(input.name, pack, input.part);
      state.protocols = [...state.protocols, saved];
      return saved;
    }),
    rename: os.protocols.rename.handler(({ input, errors }) => change(input.id, { name: input.name }, errors)),
    reapprove: os.protocols.reapprove.handler(({ input, errors }) => {
      const pack = state.visit?.consultation.pack;
      return change(input.id, pack ? { pack } : {}, errors);
    }),
    retire: os.protocols.retire.handler(({ input }) => {
      state.protocols = state.protocols.filter(({ id }) => id !== input.id);
      return null;
    }),
  };
}
