import { expect, test } from 'vitest';
import { PortFault } from '#backend/printing/port.ts';
import { PrinterWatch } from '#backend/services/printerWatch.ts';
import { PrintLines } from '#backend/services/printLines.ts';
import type { PrintEvent } from '#core/domain/printing.ts';
import { COMPLETED, readyPrinter, ScriptedPrinters } from '../../support/scriptedPrinters.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { AT, clinic, doctor, newClinic, newConsultation, pack, sunita } from '../store/folder.ts';

/** A desk over a real store: every look is made by hand, and the clock moves when the test says so. */
async function desk(papers: number) {
  const { store, run, actor } = await newClinic();
  const ids: string[] = [];
  for (let n = 0; n < papers; n++) {
    const { patient, consultation } = await newConsultation({ run }, { ...sunita, recordNumber: `B-${n}` }, `CL-000${n}-94QX`);
    await run('handouts.makeFinal', storedPaper({ consultationId: consultation.id, rev: consultation.rev, clinic, doctor, patient, pack }));
    const [job] = await run('printing.list', { openSince: '2000', doneSince: '2000' });
    ids.push(job?.id ?? '');
  }
  const port = new ScriptedPrinters();
  let clockMs = 0;
  const start = () => {
    const options = { port, now: () => new Date(AT), monotonicMs: () => clockMs, changed: () => undefined };
    const read = async (from: typeof store, job: { versionId: string; code: string }) => {
      const found = await from.run('handouts.pdf', { id: job.versionId, purpose: 'print' }, actor);
      return { pdf: found?.pdf ?? new Uint8Array(), title: job.code, size: 'A4' as const };
    };
    return new PrintLines({ ...options, printers: new PrinterWatch(options), read });
  };
  const lines = start();
  return {
    actor,
    ids,
    port,
    run,
    lines,
    /** The program after it was ended in the middle of whatever it did. */
    restarted: start,
    pass: (ms: number) => (clockMs += ms),
    happen: (n: number, event: PrintEvent) => run('printing.note', { id: ids[n] ?? '', events: [event], by: 'person' }),
    ask: (n: number, printer: string) =>
      run('printing.note', {
        id: ids[n] ?? '',
        events: [{ kind: 'asked', order: { printer, copies: 1, parts: ['paper'] } }],
        by: 'person',
      }),
    async look(times = 1, at = lines) {
      for (let n = 0; n < times; n++) {
        clockMs += 1000;
        await at.look(store);
        await at.settled();
      }
    },
    stateOf: async (n: number) => (await run('printing.read', { id: ids[n] ?? '' }))?.state,
    given: () => port.given.map(({ request }) => request.title.slice(3, 7)),
  };
}

test('a printer gets papers in the order in which they were asked for, one at a time', async () => {
  const { ask, look, port, given, happen } = await desk(4);
  port.holds.add('Front desk');
  for (const n of [2, 0, 3, 1]) await ask(n, 'Front desk');
  await happen(3, { kind: 'withdrawn' });
  await ask(3, 'Front desk');
  await look(3);
  expect(given()).toEqual(['0002']);
  port.jobs.set('1', COMPLETED);
  port.holds.clear();
  await look(8);
  expect(given()).toEqual(['0002', '0000', '0001', '0003']);
});

test('a program that ends while it sends finds the paper unknown, and sends it no second time', async () => {
  const { ask, look, port, stateOf, restarted, happen, given } = await desk(2);
  // The answer never comes: the program is ended meanwhile.
  port.print = (pdf, request) => {
    port.given.push({ jobId: '1', pdf: Buffer.from(pdf), request });
    return new Promise(() => undefined);
  };
  await ask(0, 'Front desk');
  await ask(1, 'Front desk');
  void look().catch(() => undefined);
  await expect.poll(() => port.given.length).toBe(1);
  port.print = ScriptedPrinters.prototype.print;
  const next = restarted();
  await look(3, next);
  expect([await stateOf(0), await stateOf(1)]).toEqual(['unknown', 'waiting']);
  expect(given()).toEqual(['0000']);
  await happen(0, { kind: 'looked', found: 'notThere' });
  await ask(0, 'Front desk');
  await look(4, next);
  expect(given()).toEqual(['0000', '0001', '0000']);
});

test('what is cancelled while it is being sent is stopped as soon as it has a number, and a printer that hangs holds up no other', async () => {
  const { ask, look, port, stateOf, happen, given } = await desk(2);
  let answer: (id: string) => void = () => undefined;
  const print = port.print.bind(port);
  port.print = (pdf, request) => (request.printer === 'Front desk' ? new Promise((resolve) => (answer = resolve)) : print(pdf, request));
  await ask(0, 'Front desk');
  await ask(1, 'Back office');
  const looking = look();
  await expect.poll(given).toEqual(['0001']);
  await happen(0, { kind: 'cancelAsked' });
  port.jobs.set('9', { state: 'printing', pagesOut: 1, begun: true });
  answer('9');
  await looking;
  await look(3);
  expect(port.jobs.get('9')?.state).toBe('cancelled');
  expect([await stateOf(0), await stateOf(1)]).toEqual(['unknown', 'done']);
});

test('what was cancelled or given up once it had begun may lie in the tray: it is unknown, holds up nothing, and a person looks', async () => {
  const { ask, look, port, run, ids, stateOf, happen, given } = await desk(3);
  const job = (n: number) => run('printing.read', { id: ids[n] ?? '' });
  const again = async () => (await run('printing.reprint', { versionId: (await job(0))?.versionId ?? '' })).copyOf;
  port.holds.add('Front desk');
  await ask(0, 'Front desk');
  await ask(1, 'Front desk');
  await look(3);
  await happen(0, { kind: 'cancelAsked' });
  await look(4);
  expect([await job(0), await stateOf(1)]).toMatchObject([{ state: 'unknown', reason: 'cancelled' }, 'printing']);
  expect(await again()).not.toBeNull();
  await happen(0, { kind: 'looked', found: 'notThere' });
  expect([(await job(0))?.state, await again()]).toEqual(['failed', null]);
  // Given up by the printer: there, whole, by the word of a person.
  port.jobs.set('2', { state: 'aborted', pagesOut: null, begun: true });
  await look(4);
  expect(await job(1)).toMatchObject({ state: 'unknown', reason: 'aborted' });
  await happen(1, { kind: 'looked', found: 'there' });
  expect(await stateOf(1)).toBe('done');
  // Before it began: certainly nothing.
  port.neverBegins = true;
  await ask(2, 'Front desk');
  await look(3);
  await happen(2, { kind: 'cancelAsked' });
  await look(4);
  expect(await job(2)).toMatchObject({ state: 'failed', reason: 'cancelled' });
  // A list that printed and deleted jobs leave alike says nothing of a cancelled one.
  port.neverBegins = false;
  port.cancel = async (_, id) => void port.jobs.set(id, { state: 'left', pagesOut: null, begun: true });
  await ask(2, 'Front desk');
  await look(3);
  await happen(2, { kind: 'cancelAsked' });
  await look(4);
  expect(await job(2)).toMatchObject({ state: 'unknown', reason: 'cancelled' });
  expect(given()).toEqual(['0000', '0001', '0002', '0002']);
});

test('while the printing system is away nothing is tried and nothing is said to be printed; when it is silent too long nobody knows', async () => {
  const { ask, look, port, stateOf, pass, run, given } = await desk(2);
  port.down = true;
  await ask(0, 'Front desk');
  await look(5);
  expect(await stateOf(0)).toBe('waiting');
  const printed = async () => (await run('audit.list', { afterSeq: 0, limit: 200 })).filter(({ action }) => action === 'handout.print');
  expect(await printed()).toEqual([]);
  port.down = false;
  port.holds.add('Front desk');
  await look(3);
  expect(await stateOf(0)).toBe('printing');
  port.down = true;
  await look(5);
  expect(await stateOf(0)).toBe('printing');
  pass(30_000);
  await look();
  expect(await stateOf(0)).toBe('unknown');
  // What it says when it is back is believed, for nothing is sent for it.
  port.down = false;
  port.jobs.set('1', COMPLETED);
  await look(2);
  expect([await stateOf(0), given()]).toEqual(['done', ['0000']]);
  expect(await printed()).toHaveLength(1);
});

test('a warning while it prints makes a printer stuck once it has lasted; a refused paper is failed with its reason', async () => {
  const { ask, look, port, run, ids } = await desk(2);
  port.mishaps.push({ fault: new PortFault('refused', 'stopped'), cameOut: false });
  await ask(0, 'Front desk');
  await look(3);
  expect(await run('printing.read', { id: ids[0] ?? '' })).toMatchObject({ state: 'failed', reason: 'stopped' });
  port.printers = [{ ...readyPrinter('Front desk'), state: 'printing', warns: 'paperOut' }];
  let clockMs = 0;
  const watch = new PrinterWatch({ port, now: () => new Date(AT), monotonicMs: () => clockMs, changed: () => undefined });
  const stateNow = async () => {
    await watch.look({ anew: true });
    return watch.all().map(({ state, reason }) => [state, reason]);
  };
  expect(await stateNow()).toEqual([['printing', null]]);
  clockMs = 8000;
  expect(await stateNow()).toEqual([['stuck', 'paperOut']]);
  port.printers = [readyPrinter('Front desk')];
  expect(await stateNow()).toEqual([['ready', null]]);
});

test('what is moved leaves its printer for certain before it is asked for at the other one, once, and whatever comes later stays where it is', async () => {
  const { ask, look, port, run, ids, actor, happen, given, restarted } = await desk(3);
  const job = (n: number) => run('printing.read', { id: ids[n] ?? '' });
  const at = (printer: string) => ({ printer, copies: 1, parts: ['paper'] });
  const moved = { order: at('Back office'), asked: { userId: actor.userId } };
  const print = port.print.bind(port);
  let fail: (fault: PortFault) => void = () => undefined;
  const hang = () => {
    port.print = (pdf, request) => (request.printer === 'Front desk' ? new Promise((_, no) => (fail = no)) : print(pdf, request));
  };
  port.holds.add('Front desk').add('Back office');
  /** Moved while it is being sent; then its printer says why it did not take it. */
  const movedWhileSent = async (n: number, fault: PortFault) => {
    hang();
    await ask(n, 'Front desk');
    const looking = look();
    await expect.poll(() => job(n)).toMatchObject({ state: 'sent', on: { spool: null } });
    await run('printing.move', { from: 'Front desk', to: 'Back office' });
    expect(await job(n)).toMatchObject({ state: 'sent', cancelling: true, order: at('Front desk') });
    fail(fault);
    await looking;
    port.print = print;
  };
  // Switched off: nothing was sent. What somebody took out of the line stays out of it.
  await ask(1, 'Front desk');
  await happen(1, { kind: 'withdrawn' });
  await movedWhileSent(0, new PortFault('notSent', 'off'));
  expect([await job(0), await job(1)]).toMatchObject([
    { state: 'waiting', ...moved },
    { state: 'waiting', order: null },
  ]);
  await look(3);
  expect(await job(0)).toMatchObject({ state: 'printing', ...moved });
  // It came to its end there: cancelled at the first printer later on, it is not moved once more.
  port.jobs.set('1', { state: 'aborted', pagesOut: 0, begun: false });
  await look(3);
  await ask(0, 'Front desk');
  await look(3);
  port.neverBegins = true;
  await happen(0, { kind: 'cancelAsked' });
  await look(4);
  expect(await job(0)).toMatchObject({ state: 'failed', reason: 'cancelled', order: at('Front desk') });
  // Refused, which is as certain; and in the line of the printer while the program is started again.
  await movedWhileSent(1, new PortFault('refused', 'stopped'));
  expect(await job(1)).toMatchObject({ state: 'waiting', ...moved });
  await ask(2, 'Front desk');
  await look(3);
  expect(await job(2)).toMatchObject({ state: 'printing', order: at('Front desk') });
  await run('printing.move', { from: 'Front desk', to: 'Back office' });
  await look(4, restarted());
  expect(await job(2)).toMatchObject({ state: 'waiting', ...moved });
  expect(given().sort()).toEqual(['0000', '0000', '0001', '0002']);
  // In the log as asked for by her who moved it; the way to the printer writes no name.
  const rows = (await run('audit.list', { afterSeq: 0, limit: 300 })).filter(({ subject }) => subject === ids[2]);
  expect(rows.map(({ action, userId }) => [action, userId])).toEqual(
    ['print.ask', 'print.cancel', 'print.ask'].map((action) => [action, actor.userId]),
  );
});
