import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { FoundBy, NewPatient, Patient, PatientRow } from '#core/contract/patientShapes.ts';
import { similarNames } from '#core/domain/similarNames.ts';
import { keepCalls, type MemoryCalls } from './memoryCalls.ts';
import { memoryTimeline } from './memoryTimeline.ts';

/** What of the backend's memory her page and the search read and change. */
type Memory = Parameters<typeof memoryTimeline>[0] & MemoryCalls & { patients: PatientRow[] };

function whyFits({ name, recordNumber, phone, relative }: PatientRow, text: string): FoundBy | undefined {
  const has = (value: string | undefined) => value?.toLowerCase().includes(text.toLowerCase());
  return has(name) ? 'name' : has(recordNumber) ? 'record' : has(phone) ? 'phone' : has(relative) ? 'relative' : undefined;
}

/** The patients, answered from memory; `newRow` makes a row of one who is added. */
export function memoryPatients(state: Memory, newRow: (patient: NewPatient & { recordNumber: string }) => PatientRow) {
  const os = implement(contract).use(keepCalls(state));
  return {
    recent: os.patients.recent.handler(() => ({ rows: state.patients, total: state.patients.length })),
    search: os.patients.search.handler(({ input }) =>
      state.patients.flatMap((row) => {
        const foundBy = whyFits(row, input.text);
        return foundBy ? [{ ...row, foundBy }] : [];
      }),
    ),
    similar: os.patients.similar.handler(({ input }) =>
      state.patients.flatMap((row) => {
        const names = similarNames(row.name, input.name);
        return names ? [{ ...row, shares: [names === 'same' ? ('name' as const) : ('similarName' as const)] }] : [];
      }),
    ),
    add: os.patients.add.handler(({ input }) => {
      const row = newRow({ ...input, recordNumber: input.recordNumber ?? 'P-0001' });
      state.patients = [row, ...state.patients];
      const { lastVisit: _, ...patient } = row;
      return patient;
    }),
    save: os.patients.save.handler(({ input, errors }) => {
      const before = state.patients.find(({ id }) => id === input.id);
      if (!before) throw errors.NOT_FOUND({ message: 'This patient is not in the clinic’s records.', data: {} });
      const { lastVisit, ...theirs } = before;
      if (before.rev !== input.rev)
        throw errors.CHANGED_ELSEWHERE({ message: 'Somebody saved in between.', data: { rev: before.rev, theirs } });
      const saved: Patient = { ...input, rev: before.rev + 1, addedAt: before.addedAt };
      state.patients = state.patients.map((row) => (row === before ? { ...saved, lastVisit } : row));
      return saved;
    }),
    twins: os.patients.twins.handler(({ input }) => {
      const her = state.patients.find(({ id }) => id === input.id);
      const rows = state.patients.filter(({ id, name }) => her && id !== her.id && similarNames(name, her.name) === 'same');
      const shown = rows.slice(0, 3).map(({ id, name, recordNumber, age, relative, relativeIs, village }) => {
        return { id, name, recordNumber, age, relative, relativeIs, village };
      });
      return { rows: shown, more: rows.length > shown.length };
    }),
    timeline: os.patients.timeline.handler(({ input }) => ({ entries: memoryTimeline(state, input), older: null })),
    read: os.patients.read.handler(({ input, errors }) => {
      const row = state.patients.find(({ id }) => id === input.id);
      if (!row) throw errors.NOT_FOUND({ message: 'This patient is not in the clinic’s records.', data: {} });
      return row;
    }),
  };
}
