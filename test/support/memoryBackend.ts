import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Call } from '#core/contract/calls.ts';
import { contract } from '#core/contract/contract.ts';
import type { CallerCard } from '#core/contract/desk.ts';
import type { DisplayState } from '#core/contract/display.ts';
import { USUAL_LOOK } from '#core/contract/look.ts';
import type { PatientRow } from '#core/contract/patientShapes.ts';
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
import { type MemoryAudit, memoryAudit, memoryAuditState } from './memoryAudit.ts';
import { type MemoryBackups, memoryBackups, memoryBackupsState } from './memoryBackups.ts';
import { keepCalls, type MemoryCalls } from './memoryCalls.ts';
import type { MemoryConsultation } from './memoryConsultation.ts';
import { memoryDesk } from './memoryDesk.ts';
import { MemoryEvents } from './memoryEvents.ts';
import { type MemoryPapers, memoryPapers } from './memoryPapers.ts';
import { memoryPatients } from './memoryPatients.ts';
import { memoryPrintHistory } from './memoryPrintHistory.ts';
import { type MemoryPrinting, memoryPrinting, memoryPrintingState } from './memoryPrinting.ts';
import { memoryProtocols } from './memoryProtocols.ts';
import { type MemoryRights, memoryRights, memoryRightsState } from './memoryRights.ts';
import { memorySecond, memorySecondState } from './memorySecond.ts';
import { type MemorySlips, memorySlips, memorySlipsState } from './memorySlips.ts';
import { type MemoryUpdates, memoryUpdates, memoryUpdatesState } from './memoryUpdates.ts';
import { type MemoryPerson, memoryDoor, memoryPerson, memoryUsers, RECOVERY_KEY } from './memoryUsers.ts';
import { memoryVisits } from './memoryVisits.ts';

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
export interface MemoryState extends MemoryCalls {
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

/**
 * The contract answered from memory, over a real message port, in the browser: the real backend needs Node. It has the
 * contract's types and checks, none of the store's rules.
 */
export function memoryPort(state: MemoryState): MessagePort {
  const os = implement(contract).use(keepCalls(state));
  const enter = (user: User) => {
    state.status = { ...state.status, state: 'open', user, clinicName: state.settings.clinic.name };
    return user;
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
    patients: memoryPatients(state, patientRow),
    ...memoryVisits(state, { newId, newVersion: memoryVersion, doctor: DOCTOR }),
    ...memoryDesk(state),
    protocols: memoryProtocols(state),
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
