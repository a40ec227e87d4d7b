import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { HandoutVersion, PackSummary, Status, User } from '#core/contract/shapes.ts';
import type { Pack } from '#core/domain/pack.ts';
import { keepCalls, type MemoryCalls } from './memoryCalls.ts';
import { type MemoryConsultation, memoryConsultation, storeAnswer } from './memoryConsultation.ts';

const NOW = '2026-12-02T05:12:00.000Z';

/** What of the backend's memory a visit reads and changes. */
interface Memory extends MemoryCalls {
  status: Pick<Status, 'today'>;
  packs: PackSummary[];
  pack: Pack | null;
  visit: MemoryConsultation | null;
  last: MemoryConsultation | null;
  versions: HandoutVersion[];
  refusesStart: string | null;
}

interface Made {
  newId: () => string;
  newVersion: (visit: MemoryConsultation, version: number, change: Partial<HandoutVersion>) => HandoutVersion;
  /** Who approves. */
  doctor: Pick<User, 'name'>;
}

/** Visits with their topics and papers, answered from memory. */
export function memoryVisits(state: Memory, { newId, newVersion, doctor }: Made) {
  const os = implement(contract).use(keepCalls(state));
  return {
    packs: {
      list: os.packs.list.handler(() => state.packs),
      read: os.packs.read.handler(({ input, errors }) => {
        if (state.last?.consultation.pack.hash === input.hash) return state.last.pack;
        if (state.visit) return state.visit.pack;
        if (!state.pack) throw errors.NOT_FOUND({ message: 'This topic pack is not here.', data: {} });
        return state.pack;
      }),
      approve: os.packs.approve.handler(({ input, errors }) => {
        const pack = state.packs.find(({ ref }) => ref.hash === input.hash);
        if (!pack) throw errors.NOT_FOUND({ message: 'This topic pack is not here.', data: {} });
        pack.approvals = [{ pack: pack.ref, language: input.language, by: doctor.name, at: `${state.status.today}T05:12:00.000Z` }];
        return pack;
      }),
    },
    consultations: {
      ofPatient: os.consultations.ofPatient.handler(({ input }) => {
        if (state.visit?.consultation.patient.id !== input.patientId) return [];
        const all = [state.visit, ...(state.last ? [state.last] : [])];
        return all.map(({ consultation: { answers: _, ...visit } }) => visit);
      }),
      read: os.consultations.read.handler(({ input, errors }) => {
        if (state.last?.consultation.id === input.consultationId) return state.last.consultation;
        if (!state.visit) throw errors.NOT_FOUND({ message: 'This visit is not here.', data: {} });
        return state.visit.consultation;
      }),
      start: os.consultations.start.handler(({ input, errors }) => {
        if (state.refusesStart) throw errors.NOT_READY({ message: state.refusesStart, data: {} });
        const fresh = memoryConsultation();
        const from = state.visit?.consultation;
        const followsOn = from && from.id === input.from ? { id: from.id, code: from.code, visitDate: from.visitDate } : undefined;
        state.last = followsOn ? state.visit : null;
        state.visit = { ...fresh, consultation: { ...fresh.consultation, id: newId(), ...(followsOn ? { followsOn } : {}) } };
        return state.visit.consultation;
      }),
      saveAnswers: os.consultations.saveAnswers.handler(({ input, errors }) => {
        const { visit } = state;
        if (!visit) throw errors.NOT_FOUND({ message: 'This visit is not here.', data: {} });
        if (visit.refuses) throw errors.STORE_FAULT({ message: visit.refuses, data: { fault: 'full' } });
        const { meanwhile } = visit;
        if (meanwhile && input.changes.some(({ key }) => key === meanwhile.key)) {
          visit.meanwhile = null;
          storeAnswer(visit, meanwhile.key, meanwhile.value);
          const data = { rev: visit.consultation.rev, key: meanwhile.key, theirs: meanwhile.value };
          throw errors.CHANGED_ELSEWHERE({ message: 'Somebody else saved this answer.', data });
        }
        for (const { key, value } of input.changes) storeAnswer(visit, key, value);
        return { rev: visit.consultation.rev, savedAt: NOW };
      }),
      savePlace: os.consultations.savePlace.handler(({ input }) => {
        if (state.visit) state.visit.consultation = { ...state.visit.consultation, place: input.place };
        return null;
      }),
      preview: os.consultations.preview.handler(({ errors }) => {
        if (!state.visit?.paper) throw errors.RENDER_FAULT({ message: 'The paper could not be drawn.', data: {} });
        return { base64: state.visit.paper, pages: 1, rev: state.visit.consultation.rev };
      }),
      previewAmendment: os.consultations.previewAmendment.handler(({ errors }) => {
        if (!state.visit?.paper) throw errors.RENDER_FAULT({ message: 'The paper could not be drawn.', data: {} });
        return { base64: state.visit.paper, pages: 1 };
      }),
      amend: os.consultations.amend.handler(({ input, errors }) => {
        const { visit } = state;
        const old = state.versions.at(-1);
        if (!visit || !old) throw errors.NOT_READY({ message: 'There is no paper to amend.', data: {} });
        for (const { key, value } of input.changes) storeAnswer(visit, key, value);
        const made = newVersion(visit, old.version + 1, {
          replaces: { version: old.version, madeAt: old.madeAt, reason: input.reason, changed: ['transfer date'] },
        });
        state.versions = [...state.versions.map((each) => (each === old ? { ...each, replacedBy: made.version } : each)), made];
        return made;
      }),
    },
    handouts: {
      ofConsultation: os.handouts.ofConsultation.handler(() => state.versions),
      clinicCopy: os.handouts.clinicCopy.handler(({ errors }) => {
        throw errors.NOT_READY({ message: 'This version was made before clinic copies were kept.', data: {} });
      }),
    },
  };
}
