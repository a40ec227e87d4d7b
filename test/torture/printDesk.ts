import { setTimeout as wait } from 'node:timers/promises';
import { IppPort } from '#backend/printing/ippPort.ts';
import { PortFault, type PrinterPort } from '#backend/printing/port.ts';
import { PrinterWatch } from '#backend/services/printerWatch.ts';
import { PrintLines } from '#backend/services/printLines.ts';
import type { StoredPrintJob } from '#backend/store/deskCommands.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { StoreRefusal } from '#backend/store/store.ts';
import type { PrintEvent } from '#core/domain/printing.ts';

/**
 * A program that is going to be killed: the lines of a clinic's printers, and eight stations at which people print, cancel,
 * move whole lines, look and try again until every paper has come out. Ends by itself then. `weak`: the way to the printers
 * tries again by itself after a time without an answer.
 */
const [, , folder = '', workerUrl = '', userId = '', password = '', port = '', weak = ''] = process.argv;
const STATIONS = 8;
const PRINTERS = ['one', 'two', 'three'];
const at = () => new Date().toISOString();
const monotonicMs = () => performance.now();

const store = openStoreWorker({ folder, workerUrl: new URL(workerUrl) });
await store.unlock({ userId, password, at: at() });

const printers = PRINTERS.map((id) => ({ id, server: { host: '127.0.0.1', port: Number(port), user: 'desk' }, path: `/ipp/${id}` }));
const real = new IppPort({ kind: 'printers', printers });
const weakened: PrinterPort = {
  there: true,
  goodForMs: real.goodForMs,
  listPrinters: () => real.listPrinters(),
  print: (pdf, request) =>
    real
      .print(pdf, request)
      .catch((error) => (error instanceof PortFault && error.kind === 'noAnswer' ? real.print(pdf, request) : Promise.reject(error))),
  status: (printer, job) => real.status(printer, job),
  cancel: (printer, job) => real.cancel(printer, job),
  resume: (printer) => real.resume(printer),
};
// Papers come out in milliseconds here: it is asked more often than a clinic's printer.
real.goodForMs.job = 10;
const chosen = weak === 'weak' ? weakened : real;
const options = { port: chosen, now: () => new Date(), monotonicMs, changed: () => undefined };
const watch = new PrinterWatch(options);
const lines = new PrintLines({
  ...options,
  printers: watch,
  async read(from, job) {
    const actor = { userId: job.asked?.userId ?? 'system', at: at() };
    const found = await from.run('handouts.pdf', { id: job.versionId, purpose: 'print' }, actor);
    return { pdf: found?.pdf ?? new Uint8Array(), title: job.code, size: job.size };
  },
});

let ended = false;
/** Looks one after the other, as the program does. */
async function lookOn(): Promise<void> {
  while (!ended) {
    await lines.look(store).catch(() => undefined);
    await wait(20);
  }
}
const openSince = '2000-01-01T00:00:00.000Z';
const list = () => store.run('printing.list', { openSince, doneSince: '2100-01-01T00:00:00.000Z' }, { userId, at: at() });
const pick = <Of>(of: readonly Of[]): Of | undefined => of[Math.floor(Math.random() * of.length)];

async function note(job: StoredPrintJob, event: PrintEvent): Promise<void> {
  try {
    await store.run('printing.note', { id: job.id, events: [event], by: 'person' }, { userId, at: at() });
  } catch (error) {
    // Another station was faster.
    if (!(error instanceof StoreRefusal)) throw error;
  }
}

/** What a person does about one paper. */
async function attend(job: StoredPrintJob): Promise<void> {
  const { state, order, on } = job;
  const seldom = Math.random() < 0.02;
  if (state === 'failed' || (state === 'waiting' && order === null)) {
    const printer = pick(PRINTERS) ?? 'one';
    return note(job, { kind: 'asked', order: { printer, copies: 1, parts: ['paper'] } });
  }
  if (state === 'unknown') {
    const there = await (await fetch(`http://127.0.0.1:${port}/look?${encodeURIComponent(job.code)}`)).text();
    return note(job, { kind: 'looked', found: there === '0' ? 'notThere' : 'there' });
  }
  if (seldom && state === 'waiting') return note(job, { kind: 'withdrawn' });
  if (seldom && on !== null) await note(job, { kind: 'cancelAsked' });
}

/** A person sends everything of one printer to another, whatever the other stations do with it at that moment. */
async function moveALine(): Promise<void> {
  const [from = 'one', to = 'two'] = [pick(PRINTERS), pick(PRINTERS)];
  if (from !== to) await store.run('printing.move', { from, to }, { userId, at: at() });
}

/** The queue as every station sees it: read anew a few times a second, as windows do. */
let seen: StoredPrintJob[] = await list();
async function readOn(): Promise<void> {
  while (!ended) {
    seen = await list();
    await wait(100);
  }
}

async function station(): Promise<void> {
  while (seen.length > 0) {
    // People attend to trouble first, then to what nobody has asked for.
    const trouble = seen.filter(({ state }) => state === 'failed' || state === 'unknown');
    const fresh = seen.filter(({ state, order }) => state === 'waiting' && order === null);
    const needs = trouble.length > 0 ? trouble : fresh;
    const job = pick(Math.random() < 0.9 && needs.length > 0 ? needs : seen);
    if (job) await attend(job);
    if (Math.random() < 0.01) await moveALine();
    await wait(20);
  }
}
const on = [lookOn(), readOn()];
await Promise.all(Array.from({ length: STATIONS }, station));
ended = true;
await Promise.all(on);
await lines.settled();
await store.close();
