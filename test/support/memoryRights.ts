import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import type { Consents, Erasure, PaperOut } from '#core/contract/rights.ts';
import { keepCalls } from './memoryCalls.ts';

const NOW = '2026-12-02T05:12:00.000Z';
const newId = () => crypto.randomUUID();

/** What a backend in memory holds of a patient's rights. */
export interface MemoryRights {
  consents: Consents;
  papersOut: PaperOut[];
  erasure: Erasure;
  /** The notice in base64; null: it can't be drawn. */
  notice: string | null;
}

export function memoryRightsState(change: Partial<MemoryRights> = {}): MemoryRights {
  return {
    consents: {
      notices: [
        { version: '3f9a21c7', language: 'en' },
        { version: '5c1e07bd', language: 'hi' },
        { version: '9e40d2aa', language: 'both' },
      ],
      rows: [],
    },
    papersOut: [],
    erasure: { visits: 2, papers: 3, lastVisit: '2026-11-30', years: 10, from: '2036-11-30', allowed: false },
    notice: null,
    ...change,
  };
}

const versionIn = ({ notices }: Consents, asked: string) => notices.find(({ language }) => language === asked)?.version ?? '';

/** Who notes a consent or erases a patient. */
const BY = 'Dr A. SAMPLE';

/** What of the backend's memory a patient's rights read and change. */
interface Memory {
  rights: MemoryRights;
  patients: PatientRow[];
  calls: { path: string; input: unknown }[];
}

/** The procedures of a patient's rights over memory. */
export function memoryRights(state: Memory) {
  const os = implement(contract).use(keepCalls(state)).rights;
  const { rights } = state;
  return {
    consents: os.consents.handler(() => rights.consents),
    recordConsent: os.recordConsent.handler(({ input }) => {
      const { consents } = rights;
      const row = { id: newId(), state: input.state, how: input.how, notice: versionIn(consents, input.language), by: BY, at: NOW };
      rights.consents = { ...consents, rows: [row, ...consents.rows] };
      return rights.consents;
    }),
    noticePdf: os.noticePdf.handler(({ errors }) => {
      const { notice } = rights;
      if (notice === null) throw errors.RENDER_FAULT({ message: 'The notice could not be drawn. Try again.', data: {} });
      return { base64: notice, pages: 1, fileName: 'data-protection-notice-3f9a21c7.pdf' };
    }),
    papersOut: os.papersOut.handler(() => rights.papersOut),
    exportPatient: os.exportPatient.handler(() => ({ fileName: 'patient-export-2026-12-02.zip', base64: btoa('PK') })),
    erasure: os.erasure.handler(() => rights.erasure),
    erase: os.erase.handler(({ input, errors }) => {
      const patient = state.patients.find(({ id }) => id === input.patientId);
      if (patient?.recordNumber !== input.recordNumber) {
        const message = 'This is not her record number. Look at whose page this is, and type it again.';
        throw errors.BAD_INPUT({ message, data: { issues: [{ path: 'recordNumber', message }] } });
      }
      if (input.ownPassword !== 'correct horse') throw errors.WRONG_PASSWORD({ message: 'This password is wrong.', data: {} });
      state.patients = state.patients.filter(({ id }) => id !== input.patientId);
      const note = input.because.reason === 'retentionOver' ? null : input.because.note;
      return { id: input.patientId, at: NOW, by: BY, reason: input.because.reason, note, visits: rights.erasure.visits };
    }),
  };
}
