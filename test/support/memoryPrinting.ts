import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { HerPaper, Printer, PrintJob, PrintQueue, PrintSettings } from '#core/contract/printing.ts';
import { type JobNow, jobAfter, mayHappen, type PrintEvent } from '#core/domain/printing.ts';
import type { MemoryEvents } from './memoryEvents.ts';

const NOW = '2026-12-02T05:12:00.000Z';
const BY = 'Dr A. SAMPLE';
const newId = () => crypto.randomUUID();

/** What a backend in memory holds of printing: a test reads and changes it. */
export interface MemoryPrinting {
  queue: PrintQueue;
  /** What `ofPatient` gives, whoever is asked for. */
  papers: HerPaper[];
  settings: PrintSettings;
}

/** A printer that takes papers. */
export function memoryPrinter(id: string, change: Partial<Printer> = {}): Printer {
  return {
    id,
    name: id,
    state: 'ready',
    reason: null,
    since: null,
    waiting: 0,
    can: { bothSides: true, trays: [], sizes: ['A4', 'Letter'] },
    setting: { sides: 'both', size: 'A4', tray: null },
    ...change,
  };
}

/** A paper that waits, and that nobody has asked for yet. */
export function memoryJob(name: string, change: Partial<PrintJob> = {}): PrintJob {
  return {
    id: newId(),
    versionId: newId(),
    patient: { id: newId(), name, recordNumber: 'SF-00-4821', age: { kind: 'told', years: 32, toldOn: '2026-12-02' } },
    code: 'TF-0001',
    version: 1,
    language: 'en',
    size: 'A4',
    largePrint: false,
    pages: 4,
    doctor: 'Dr A. SAMPLE',
    finalAt: NOW,
    why: 'final',
    addedAt: NOW,
    copyOf: null,
    hasClinicCopy: true,
    replacedBy: null,
    mayCollect: [],
    identifiers: [
      { kind: 'phoneEnd', value: '4821' },
      { kind: 'recordNumber', value: 'SF-00-4821' },
    ],
    state: 'waiting',
    stateAt: NOW,
    order: null,
    place: null,
    reason: null,
    now: null,
    partsDone: [],
    cancelling: false,
    cameOut: null,
    handedOver: null,
    filed: null,
    ...change,
  };
}

export function memoryPrintingState(change: Partial<MemoryPrinting> = {}): MemoryPrinting {
  return {
    queue: {
      jobs: [],
      printers: [memoryPrinter('Front desk')],
      usualPrinter: 'Front desk',
      usualParts: ['paper', 'clinicCopy'],
      system: 'there',
      askedAt: NOW,
    },
    papers: [],
    settings: { usualPrinter: 'Front desk', usualParts: ['paper', 'clinicCopy'], printers: [], rev: 1 },
    ...change,
  };
}

const nowOf = (job: PrintJob): JobNow => ({
  state: job.state,
  order: job.order,
  reason: job.reason,
  on: job.now && { part: job.now.part, spool: '1' },
  cancelling: job.cancelling,
  movingTo: null,
  partsDone: job.partsDone,
  mayBeOut: job.partsDone.includes('paper'),
  cameOut: job.cameOut?.answer ?? null,
  handedOver: job.handedOver !== null,
  filed: job.filed !== null,
});

/** A job after something happened to it, by the rules of `core/domain/printing.ts`; null where it may not happen. */
export function jobWith(job: PrintJob, event: PrintEvent): PrintJob | null {
  const before = nowOf(job);
  if (!mayHappen(before, event)) return null;
  const { on, movingTo: _t, mayBeOut: _m, cameOut: _c, handedOver: _h, filed: _f, ...after } = jobAfter(before, event);
  const done = { by: BY, at: NOW };
  return {
    ...job,
    ...after,
    place: after.state === 'waiting' && after.order ? 1 : null,
    now: on && { part: on.part, pagesOut: null },
    cameOut: event.kind === 'cameOut' ? { ...done, answer: event.answer } : job.cameOut,
    handedOver: event.kind === 'handedOver' ? { ...done, to: event.to, checked: event.checked } : job.handedOver,
    filed: event.kind === 'filed' ? done : job.filed,
  };
}

/** What of the backend's memory printing reads and changes. */
interface Memory {
  printing: MemoryPrinting;
  events: MemoryEvents;
  calls: { path: string; input: unknown }[];
}

/** The procedures of printing over memory. No printer prints: a test says what happens (`jobWith`), and tells the event `queue`. */
export function memoryPrinting(state: Memory) {
  const os = implement(contract).use(({ path, next }, input) => {
    state.calls.push({ path: path.join('.'), input });
    return next();
  }).printing;
  type Errors = {
    NOT_READY: (options: { message: string; data: object }) => Error;
    NOT_FOUND: (options: { message: string; data: object }) => Error;
  };

  const find = (id: string, errors: Errors) => {
    const job = state.printing.queue.jobs.find((each) => each.id === id);
    if (!job) throw errors.NOT_FOUND({ message: 'This paper isn’t in the queue any more.', data: {} });
    return job;
  };
  const put = (change: (jobs: PrintJob[]) => PrintJob[]) => {
    state.printing.queue = { ...state.printing.queue, jobs: change(state.printing.queue.jobs) };
    state.events.emit({ kind: 'queue' });
  };
  const happen = (id: string, event: PrintEvent, errors: Errors) => {
    const after = jobWith(find(id, errors), event);
    if (!after)
      throw errors.NOT_READY({
        message: 'Somebody else, or the printer, was faster with this paper. Look at it in the list, then choose again.',
        data: {},
      });
    put((jobs) => jobs.map((job) => (job.id === id ? after : job)));
    return after;
  };
  const printerOf = (id: string, change: Partial<Printer>) => {
    const printers = state.printing.queue.printers.map((printer) => (printer.id === id ? { ...printer, ...change } : printer));
    state.printing.queue = { ...state.printing.queue, printers };
    state.events.emit({ kind: 'queue' });
    return state.printing.queue;
  };

  return {
    queue: os.queue.handler(() => state.printing.queue),
    ofPatient: os.ofPatient.handler(() => state.printing.papers),
    print: os.print.handler(({ input, errors }) => happen(input.id, { kind: 'asked', order: input.order }, errors)),
    printAll: os.printAll.handler(({ input, errors }) => {
      const { usualPrinter, usualParts, jobs } = state.printing.queue;
      if (usualPrinter === null)
        throw errors.NOT_READY({ message: 'Choose the printer for papers in the settings first, or print them one by one.', data: {} });
      const waiting = jobs.filter((job) => input.ids.includes(job.id) && job.state === 'waiting' && job.order === null).reverse();
      for (const { id } of waiting) happen(id, { kind: 'asked', order: { printer: usualPrinter, copies: 1, parts: usualParts } }, errors);
      return { asked: waiting.length };
    }),
    cancel: os.cancel.handler(({ input, errors }) =>
      happen(input.id, find(input.id, errors).state === 'waiting' ? { kind: 'withdrawn' } : { kind: 'cancelAsked' }, errors),
    ),
    looked: os.looked.handler(({ input, errors }) => happen(input.id, { kind: 'looked', found: input.found }, errors)),
    printedElsewhere: os.printedElsewhere.handler(({ input, errors }) => happen(input.id, { kind: 'elsewhere' }, errors)),
    remove: os.remove.handler(({ input, errors }) => {
      happen(input.id, { kind: 'removed' }, errors);
      put((jobs) => jobs.filter(({ id }) => id !== input.id));
      return null;
    }),
    reprint: os.reprint.handler(({ input, errors }) => {
      const earlier = [...state.printing.queue.jobs, ...state.printing.papers.flatMap(({ jobs }) => jobs)];
      const before = earlier.find(({ versionId }) => versionId === input.versionId);
      if (!before) throw errors.NOT_FOUND({ message: 'This paper isn’t in the clinic’s records.', data: {} });
      const { patient, code, version, pages, finalAt, versionId } = before;
      const language = input.language === before.language ? before.language : input.language;
      const added = memoryJob(patient.name, { patient, code, version, pages, finalAt, versionId, language, why: 'reprint', copyOf: NOW });
      put((jobs) => [added, ...jobs]);
      return input.order ? happen(added.id, { kind: 'asked', order: input.order }, errors) : added;
    }),
    cameOut: os.cameOut.handler(({ input, errors }) => happen(input.id, { kind: 'cameOut', answer: input.answer }, errors)),
    handOver: os.handOver.handler(({ input, errors }) =>
      happen(input.id, { kind: 'handedOver', to: input.to, checked: input.checked }, errors),
    ),
    file: os.file.handler(({ input, errors }) => happen(input.id, { kind: 'filed' }, errors)),
    resume: os.resume.handler(({ input }) => printerOf(input.printer, { state: 'ready', reason: null, since: null })),
    move: os.move.handler(({ input, errors }) => {
      for (const { id, order, state: now } of state.printing.queue.jobs)
        if (now === 'waiting' && order?.printer === input.from)
          happen(id, { kind: 'asked', order: { ...order, printer: input.to } }, errors);
      return state.printing.queue;
    }),
    settings: os.settings.handler(() => state.printing.settings),
    saveSettings: os.saveSettings.handler(({ input, errors }) => {
      const { rev } = state.printing.settings;
      if (input.rev !== rev)
        throw errors.CHANGED_ELSEWHERE({ message: 'Somebody saved in between.', data: { rev, theirs: state.printing.settings } });
      state.printing.settings = { ...input, rev: rev + 1 };
      return state.printing.settings;
    }),
  };
}
