import { implement } from '@orpc/server';
import type { Call } from '#core/contract/calls.ts';
import { contract } from '#core/contract/contract.ts';
import type { CallerCard } from '#core/contract/desk.ts';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { keepCalls } from './memoryCalls.ts';
import type { MemoryEvents } from './memoryEvents.ts';

const NOW = '2026-12-02T05:12:00.000Z';
const BY = 'R. SAMPLE';

/** What of the backend's memory the desk reads and changes. */
interface Memory {
  patients: PatientRow[];
  callList: Call[];
  /** What else stands on the card of a patient, by her id. */
  cards: Record<string, Partial<CallerCard>>;
  events: MemoryEvents;
  calls: { path: string; input: unknown }[];
}

/** A call to somebody that waits to be made. */
export function memoryCall(row: PatientRow, change: Partial<Call> = {}): Call {
  const { id, name, recordNumber, age, phone } = row;
  return {
    id: crypto.randomUUID(),
    patient: { id, name, recordNumber, age, ...(phone ? { phone } : {}) },
    mayBeCalled: [],
    why: 'asked',
    day: '2026-12-02',
    state: 'waiting',
    addedAt: NOW,
    tries: [],
    ...change,
  };
}

/** The procedures of calls and of a caller's card over memory; the order of the list is what a test gave it. */
export function memoryDesk(state: Memory) {
  const os = implement(contract).use(keepCalls(state));
  const notFound = 'This patient is not in the clinic’s records.';
  const put = (call: Call): Call => {
    const there = state.callList.some(({ id }) => id === call.id);
    state.callList = there ? state.callList.map((each) => (each.id === call.id ? call : each)) : [...state.callList, call];
    state.events.emit({ kind: 'calls' });
    return call;
  };
  const tried = (call: Call, outcome: 'called' | 'notReached'): Call => ({
    ...call,
    state: outcome,
    tries: [...call.tries, { outcome, by: BY, at: NOW }],
  });
  const find = (patientId: string) => state.patients.find(({ id }) => id === patientId);
  return {
    calls: {
      list: os.calls.list.handler(() => state.callList),
      record: os.calls.record.handler(({ input, errors }) => {
        const call = state.callList.find(({ id }) => id === input.id);
        if (!call) throw errors.NOT_FOUND({ message: 'This call is not in the list any more.', data: {} });
        return put(tried(call, input.outcome));
      }),
      add: os.calls.add.handler(({ input, errors }) => {
        const row = find(input.patientId);
        if (!row) throw errors.NOT_FOUND({ message: notFound, data: {} });
        const waits = state.callList.find(({ why, state: now, patient }) => why === 'asked' && now !== 'called' && patient.id === row.id);
        return waits ?? put(memoryCall(row));
      }),
      spoke: os.calls.spoke.handler(({ input, errors }) => {
        const row = find(input.patientId);
        if (!row) throw errors.NOT_FOUND({ message: notFound, data: {} });
        return put(tried(memoryCall(row, { why: 'spoke' }), 'called'));
      }),
    },
    desk: {
      card: os.desk.card.handler(({ input, errors }) => {
        const row = find(input.patientId);
        if (!row) throw errors.NOT_FOUND({ message: notFound, data: {} });
        const { rev: _rev, addedAt: _addedAt, lastVisit: _lastVisit, named = [], ...patient } = row;
        const may = (what: 'mayCollect' | 'mayBeCalled') =>
          named.filter((each) => each[what]).map(({ name, relation }) => ({ name, relation }));
        return {
          patient,
          mayCollect: may('mayCollect'),
          mayBeCalled: may('mayBeCalled'),
          next: null,
          passed: null,
          papers: [],
          calls: state.callList.filter((call) => call.patient.id === row.id && call.state !== 'called'),
          ...state.cards[row.id],
        };
      }),
    },
  };
}
