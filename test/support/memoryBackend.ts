import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Call } from '#core/contract/calls.ts';
import { contract } from '#core/contract/contract.ts';
import type { CallerCard } from '#core/contract/desk.ts';
import type { DisplayState } from '#core/contract/display.ts';
import { USUAL_LOOK } from '#core/contract/look.ts';
import type { FoundBy, NewPatient, Patient, PatientRow } from '#core/contract/patientShapes.ts';
import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import {
  type ClinicSettings,
  type HandoutVersion,
  type PackSummary,
  type Status,
  USUAL_PROGRAM_SETTINGS,
  type User,
} from '#core/contract/shapes.ts';
import type { TimelineEntry } from '#core/contract/timeline.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { SavedProtocol } from '#core/domain/savedProtocol.ts';
import { similarNames } from '#core/domain/similarNames.ts';
import { type MemoryAudit, memoryAudit, memoryAuditState } from './memoryAudit.ts';
import { type MemoryBackups, memoryBackups, memoryBackupsState } from './memoryBackups.ts';
import { type MemoryConsultation, memoryConsultation, storeAnswer } from './memoryConsultation.ts';
import { memoryDesk } from './memoryDesk.ts';
import { MemoryEvents } from './memoryEvents.ts';
import { type MemoryPapers, memoryPapers } from './memoryPapers.ts';
import { memoryPrintHistory } from './memoryPrintHistory.ts';
import { type MemoryPrinting, memoryPrinting, memoryPrintingState } from './memoryPrinting.ts';
import { memoryProtocol } from './memoryProtocols.ts';
import { type MemoryRights, memoryRights, memoryRightsState } from './memoryRights.ts';
import { memorySecond, memorySecondState } from './memorySecond.ts';
import { type MemorySlips, memorySlips, memorySlipsState } from './memorySlips.ts';
import { memoryTimeline } from './memoryTimeline.ts';
import { type MemoryUpdates, memoryUpdates, memoryUpdatesState } from './memoryUpdates.ts';
import { type MemoryPerson, memoryDoor, memoryPerson, memoryUsers, RECOVERY_KEY } from './memoryUsers.ts';

export const DOCTOR: User = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Dr A. SAMPLE',
  roles: ['doctor', 'administrator'],
  doctor: { name: 'Dr A. SAMPLE', registration: '00000 (sample)' },
};
export const TODAY = '2026-12-02';
const NOW = '2026-12-02T05:12:00.000Z';
const CLINIC: ClinicSettings['clinic'] = {
  name: 'SAMPLE FERTILITY CLINIC',
  address: '1 Sample Road, Sampleton',
  dayPhone: '011 0000 0000',
  nightPhone: '011 0000 0001',
  emergencyNumbers: ['112', '108'],
};

let ids = 16;
const newId = () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`;

/** A patient as lists show her. */
export function patientRow(row: Partial<PatientRow> & { name: string; recordNumber: string }): PatientRow {
  return { id: newId(), rev: 1, addedAt: NOW, age: { kind: 'told', years: 32, toldOn: TODAY }, lastVisit: null, ...row };
}

/** What a backend holds in memory: a test reads and changes it. */
export interface MemoryState {
  status: Status;
  /** Who may sign in. */
  people: MemoryPerson[];
  /** Why covering the window fails; null: it works. */
  refusesCover: string | null;
  /** Why no visit can be started; null: one can. */
  refusesStart: string | null;
  tries: number;
  patients: PatientRow[];
  packs: PackSummary[];
  pack: Pack | null;
  settings: ClinicSettings;
  /** The one consultation that can be opened. */
  visit: MemoryConsultation | null;
  /** The final visit that it goes on from. */
  last: MemoryConsultation | null;
  /** What else has happened with her. */
  happened: TimelineEntry[];
  /** The stored papers of that consultation. */
  versions: HandoutVersion[];
  /** Reception's call list. */
  callList: Call[];
  /** What stands on a caller's card beside the person, by her id. */
  cards: Record<string, Partial<CallerCard>>;
  /** The doctor's own saved protocols. */
  protocols: SavedProtocol[];
  audit: MemoryAudit;
  backups: MemoryBackups;
  rights: MemoryRights;
  /** The patient's screen; a test says that its window is there. */
  display: DisplayState;
  /** Reception's queue and the printers. */
  papers: MemoryPapers;
  printing: MemoryPrinting;
  /** Every row of the history of printing, in any order. */
  printHistory: PrintHistoryRow[];
  slips: MemorySlips;
  updates: MemoryUpdates;
  second: SecondComputerState;
  /** What a test says here every window hears. */
  events: MemoryEvents;
  /** Every call with its path, for what a test wants to know of calls. */
  calls: { path: string; input: unknown }[];
}

export function memoryState(change: Partial<MemoryState> = {}): MemoryState {
  return {
    status: {
      version: '0.1.0',
      state: 'open',
      sample: false,
      clinicName: CLINIC.name,
      user: DOCTOR,
      covered: null,
      hasPin: false,
      mustChangePassword: false,
      idleMinutes: null,
      users: [{ id: DOCTOR.id, name: DOCTOR.name }],
      today: TODAY,
      timeZone: 'Asia/Kolkata',
      dataFolder: '/home/clinic/consultleaf/clinic',
      device: null,
      fault: null,
      look: USUAL_LOOK,
      warnings: [],
    },
    people: [memoryPerson(DOCTOR)],
    refusesCover: null,
    refusesStart: null,
    tries: 0,
    patients: [],
    packs: [],
    pack: null,
    settings: { clinic: CLINIC, timeZone: 'Asia/Kolkata', program: USUAL_PROGRAM_SETTINGS, rev: 1 },
    visit: null,
    last: null,
    happened: [],
    versions: [],
    callList: [],
    cards: {},
    protocols: [],
    audit: memoryAuditState(),
    backups: memoryBackupsState(),
    rights: memoryRightsState(),
    display: { open: false, mode: 'blank', language: 'en', part: null },
    papers: { sources: {}, copies: [] },
    printing: memoryPrintingState(),
    printHistory: [],
    slips: memorySlipsState(),
    updates: memoryUpdatesState(),
    second: memorySecondState(),
    events: new MemoryEvents(),
    calls: [],
    ...change,
  };
}

/** A stored paper of a consultation. */
export function memoryVersion({ consultation }: MemoryConsultation, version: number, change: Partial<HandoutVersion> = {}): HandoutVersion {
  return {
    id: newId(),
    consultationId: consultation.id,
    code: consultation.code,
    version,
    language: 'en',
    pages: 4,
    sha256: 'b'.repeat(64),
    madeAt: NOW,
    madeBy: DOCTOR.name,
    replaces: null,
    sameAs: null,
    replacedBy: null,
    ...change,
  };
}

function whyFits({ name, recordNumber, phone, relative }: PatientRow, text: string): FoundBy | undefined {
  const has = (value: string | undefined) => value?.toLowerCase().includes(text.toLowerCase());
  return has(name) ? 'name' : has(recordNumber) ? 'record' : has(phone) ? 'phone' : has(relative) ? 'relative' : undefined;
}

/**
 * The contract answered from memory, over a real message port, in the browser: the real backend needs Node. It has the
 * contract's types and checks, none of the store's rules.
 */
export function memoryPort(state: MemoryState): MessagePort {
  const os = implement(contract).use(async ({ path, next }, input) => {
    state.calls.push({ path: path.join('.'), input });
    return next();
  });
  const enter = (user: User) => {
    state.status = { ...state.status, state: 'open', user, clinicName: state.settings.clinic.name };
    return user;
  };
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
  const router = {
    audit: memoryAudit(state),
    backups: memoryBackups(state),
    display: {
      state: os.display.state.handler(() => state.display),
      open: os.display.open.handler(() => ({ launch: null })),
      show: os.display.show.handler(({ input }) => {
        state.display = { ...input, open: state.display.open };
        return state.display;
      }),
      close: os.display.close.handler(() => {
        state.display = { ...state.display, open: false };
        return null;
      }),
    },
    rights: memoryRights(state),
    papers: memoryPapers(state),
    printing: memoryPrinting(state),
    printHistory: memoryPrintHistory(state),
    slips: memorySlips(state),
    updates: memoryUpdates(state),
    secondComputer: memorySecond(state),
    ...memoryUsers(state),
    app: {
      status: os.app.status.handler(() => state.status),
      setUp: os.app.setUp.handler(({ input }) => {
        state.settings = { clinic: input.clinic, timeZone: input.timeZone, program: USUAL_PROGRAM_SETTINGS, rev: 1 };
        return { user: enter({ ...DOCTOR, name: input.doctor.name, doctor: input.doctor }), recoveryKey: RECOVERY_KEY };
      }),
      openSample: os.app.openSample.handler(() => {
        state.status = { ...state.status, sample: true };
        return enter(DOCTOR);
      }),
      recover: os.app.recover.handler(() => enter(DOCTOR)),
      ...memoryDoor(state),
      events: os.app.events.handler(async function* ({ signal }) {
        yield { kind: 'hello' as const };
        yield* state.events.stream(signal);
      }),
    },
    clinic: {
      read: os.clinic.read.handler(() => state.settings),
      save: os.clinic.save.handler(({ input, errors }) => {
        if (input.rev !== state.settings.rev) {
          throw errors.CHANGED_ELSEWHERE({
            message: 'Somebody saved in between.',
            data: { rev: state.settings.rev, theirs: state.settings },
          });
        }
        state.settings = { ...input, rev: input.rev + 1 };
        return state.settings;
      }),
    },
    patients: {
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
        const row = patientRow({ ...input, recordNumber: input.recordNumber ?? 'P-0001' } as NewPatient);
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
    },
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
        pack.approvals = [{ pack: pack.ref, language: input.language, by: DOCTOR.name, at: `${state.status.today}T05:12:00.000Z` }];
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
        const made = memoryVersion(visit, old.version + 1, {
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
    ...memoryDesk(state),
    protocols: {
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
    },
  };
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port1);
  port1.start();
  return port2;
}

/** The link of a client to that backend. */
export function memoryBackend(state: MemoryState) {
  const port = memoryPort(state);
  port.start();
  return new RPCLink({ port });
}
