import axe from 'axe-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import { pairingTryKindSchema } from '#core/contract/secondComputer.ts';
import type { Pack } from '#core/domain/pack.ts';
import { PRINT_ACTS } from '#core/domain/printActs.ts';
import type { PrintEvent, PrintOrder } from '#core/domain/printing.ts';
import { setWindowLanguage } from '../../../renderer/text/language.ts';
import { latinOnPage } from '../../support/latin.ts';
import { auditRow } from '../../support/memoryAudit.ts';
import { DOCTOR, type MemoryState, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { backup } from '../../support/memoryBackups.ts';
import { memoryCall } from '../../support/memoryDesk.ts';
import { historyRow } from '../../support/memoryPrintHistory.ts';
import { jobWith, memoryJob, memoryPrinter } from '../../support/memoryPrinting.ts';
import { frontDesk, secondOn } from '../../support/memorySecond.ts';
import { foundUpdate } from '../../support/memoryUpdates.ts';
import { COUNSELLOR, memoryPerson } from '../../support/memoryUsers.ts';
import { unmount } from '../../support/render.tsx';
import { smallPack } from '../../support/smallPack.ts';
import { openVisit, START } from '../consult/visit.tsx';

/** Lets every test of the file speak Hindi, and leaves the window as it was. */
export function inHindi(): void {
  beforeEach(() => setWindowLanguage('hi'));
  afterEach(async () => {
    unmount();
    setWindowLanguage('en');
    await page.viewport(1366, 768);
  });
}

/** Names of people and things in these tests, which stay as they were typed. */
export const NAMES = [
  ...['Dr A. SAMPLE', 'Dr K. SAMPLE', 'SUNITA DEVI (sample)', 'ANITA (sample)', 'R. SAMPLE', 'SF-00-4805', 'SF-00-4821', 'ANITA'],
  ...['SAMPLE FERTILITY CLINIC', '1 Sample Road, Sampleton', COUNSELLOR.name, 'CL-7K2M-94QX', 'Blood test', 'Folic acid', 'Omeprazole'],
  ...[
    'Front desk',
    'Back office',
    'Labels',
    'RAMESH',
    'Letter',
    'mm',
    frontDesk.pairedBy,
    ...(secondOn()
      .authority?.fingerprint.replaceAll(':', ' ')
      .match(/\S+ \S+/g) ?? []),
    ...secondOn().urls,
  ],
  ...['Do not repeat it.', 'Call.', 'stick', 'STICK', 'MIT', 'media', '00000 (sample)', 'home', 'clinic', 'consultleaf'],
];

/** The small pack in both languages; each Hindi text holds its id's place in Devanagari alone. */
export function bilingual(): Pack {
  const pack = smallPack();
  const texts = Object.fromEntries(Object.keys(pack.texts.en?.texts ?? {}).map((id, index) => [id, `पैक के शब्द ${index}`]));
  return { ...pack, languages: ['en', 'hi'], texts: { ...pack.texts, hi: { ...pack.texts.en, language: 'hi', texts } } } as Pack;
}
export const HASH = 'a'.repeat(64);
export const summary = () => {
  const { id, version, languages, reviewBy } = bilingual();
  return {
    ref: { id, version, hash: HASH },
    title: 'Examplin for tests',
    titles: { hi: 'परीक्षा का विषय' },
    languages,
    approvals: [],
    reviewBy,
    faults: [],
  };
};

export const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805', phone: '98450 12345' });
export const open = () => memoryState({ patients: [anita], packs: [summary()], pack: bilingual() });
export const closed = (state: 'first' | 'locked'): MemoryState => {
  const memory = memoryState();
  memory.status = { ...memory.status, state, user: null };
  return memory;
};
export function atSecond(): MemoryState {
  const memory = closed('locked');
  memory.status = { ...memory.status, device: { name: frontDesk.name } };
  return memory;
}
/** Paired, with a code that is open, and something typed of each kind. */
export function withSecond(): MemoryState {
  const state = open();
  const at = '2026-11-22T06:01:00.000Z';
  state.second = secondOn({
    devices: [
      frontDesk,
      { ...frontDesk, id: 'a3c1f4a8-6f0e-4a53-8a52-3e1d4c9f8b10', name: 'Back office', lastSeenAt: null, connected: false },
    ],
    pairing: { code: '12345678', until: at, triesLeft: 5 },
    tries: pairingTryKindSchema.options.map((kind) => ({ at, kind })),
  });
  return state;
}
export function withBackups(): MemoryState {
  const state = open();
  state.backups.state = {
    ...state.backups.state,
    backups: [backup('2026-12-02T04:00'), backup('2026-12-01T04:00', { place: 'second' })],
    secondPlace: '/media/stick',
    secondPlaceThere: true,
    lastTrial: { at: '2026-12-01T09:00:00.000Z', ok: true },
    reminders: ['tooOld', 'secondPlaceMissing'],
  };
  return state;
}
export function withLog(): MemoryState {
  const state = open();
  state.audit.rows = [auditRow(1, { action: 'signIn' }), auditRow(2, { action: 'patient.view', subject: 'SF-00-4805' })];
  return state;
}
export function withPeople(): MemoryState {
  return memoryState({
    people: [memoryPerson(DOCTOR, { hasPin: true }), memoryPerson(COUNSELLOR, { mustChangePassword: true, lastSignIn: null })],
  });
}
export function withFirstPassword(): MemoryState {
  const state = open();
  state.status.mustChangePassword = true;
  return state;
}
export function withFault(): MemoryState {
  const state = closed('locked');
  state.status.fault = {
    fault: 'databaseDamaged',
    message:
      'The clinic’s records are damaged on the disk. Close the program, keep a copy of the folder as it is, and restore the newest backup. Have the disk checked.',
  };
  return state;
}
export function withCall(): MemoryState {
  return memoryState({ callList: [memoryCall(anita, { why: 'paperChanged' })], patients: [anita] });
}

export function withUpdates(): MemoryState {
  const state = open();
  state.updates.found = [foundUpdate('0.2.0'), foundUpdate('0.1.0', { direction: 'older', problem: null })];
  state.updates.state = { ...state.updates.state, kept: ['0.0.9'] };
  return state;
}

const ORDER: PrintOrder = { printer: 'Front desk', copies: 2, parts: ['paper', 'clinicCopy', 'notice'] };
const SENDING: PrintEvent = { kind: 'sending', part: 'paper' };
const SENT: PrintEvent = { kind: 'sent', part: 'paper', spool: '1' };
const OUT: PrintEvent[] = [
  { kind: 'asked', order: { ...ORDER, parts: ['paper'] } },
  SENDING,
  SENT,
  { kind: 'partDone', part: 'paper' },
  { kind: 'done' },
];
const RIGHT: PrintEvent = { kind: 'cameOut', answer: 'allRight' };
/** What has become of each paper at the desk: every state, with everything that is asked in it. */
const AT_DESK: readonly PrintEvent[][] = [
  [],
  [{ kind: 'asked', order: ORDER }],
  [{ kind: 'asked', order: ORDER }, SENDING],
  [{ kind: 'asked', order: ORDER }, SENDING, SENT, { kind: 'printing' }],
  [{ kind: 'asked', order: ORDER }, SENDING, SENT, { kind: 'cancelAsked' }],
  [
    { kind: 'asked', order: ORDER },
    { kind: 'failed', reason: 'refused' },
  ],
  [{ kind: 'asked', order: ORDER }, SENDING, SENT, { kind: 'unknown', reason: 'cancelled' }],
  OUT,
  [...OUT, { kind: 'cameOut', answer: 'wrongPrinter' }],
  [...OUT, RIGHT],
  [...OUT, RIGHT, { kind: 'handedOver', to: { kind: 'herself' }, checked: 'phoneEnd' }, { kind: 'filed' }],
];
export function withDesk(): MemoryState {
  const state = open();
  const jobs = AT_DESK.map((events, at) => {
    const job = memoryJob('ANITA (sample)', {
      language: at % 2 === 0 ? 'both' : 'hi',
      largePrint: true,
      version: 2,
      copyOf: at === 0 ? '2026-12-02T04:00:00.000Z' : null,
      replacedBy: at === 5 ? 3 : null,
      mayCollect: [{ name: 'R. SAMPLE', relation: 'sister' }],
    });
    return events.reduce((after, event) => jobWith(after, event) ?? after, job);
  });
  const stuck = memoryPrinter('Back office', { state: 'stuck', reason: 'jam', since: '2026-12-02T05:01:00.000Z', waiting: 2 });
  state.printing.queue = { ...state.printing.queue, jobs, printers: [memoryPrinter('Front desk', { waiting: 1 }), stuck] };
  state.printing.settings.printers = [{ id: 'Labels', sides: 'both', size: 'A4', tray: null }];
  const patient = { id: anita.id, name: anita.name, recordNumber: anita.recordNumber };
  state.printHistory = PRINT_ACTS.map((act, at) => historyRow(at + 1, { act, patient, code: 'CL-7K2M-94QX' }));
  return state;
}

/** The announcer of the controls' library names for some seconds what is gone already. */
export async function violations(part = 'html'): Promise<string[]> {
  const { violations: found } = await axe.run({ include: [part], exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
/** How far the page is wider than the window, in CSS pixels. */
export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** No English is left on the page, and axe finds nothing to mend in `part`. */
export async function isHindi(part = 'html', names: string[] = NAMES): Promise<void> {
  await expect.poll(() => latinOnPage(names)).toEqual([]);
  expect(await violations(part)).toEqual([]);
}

const answered = {
  ...START,
  'program.stop': { anchor: 'date', date: '2026-12-20' },
  'topic.count': { state: 'known', value: 3 },
  'topic.scan': { state: 'known', value: true },
};

/** A visit with the pack in both languages. */
export async function visitAt(section: string, answers: Record<string, unknown> = answered) {
  const opened = await openVisit(section, answers, { pack: bilingual() }, {}, { state: { packs: [summary()] } });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return opened;
}
