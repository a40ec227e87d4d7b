import type { PrintJob, Reprint } from '#core/contract/printing.ts';
import type { PrintEvent, PrintOrder } from '#core/domain/printing.ts';
import { PortFault } from '../printing/port.ts';
import type { StoredPrintJob } from '../store/deskCommands.ts';
import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import { fault } from './faults.ts';
import { OnceEach } from './onceEach.ts';
import { inThatLanguage } from './otherLanguage.ts';
import type { PrintQueue } from './printQueue.ts';
import type { SignIn } from './signIns.ts';

function badField(path: string, message: string) {
  return fault('BAD_INPUT', message, { issues: [{ path, message }] });
}

/** Reception's queue: what people do with the papers in it. */
export function printingHandlers(os: Base, services: Services, queue: PrintQueue) {
  const { now, events } = services;
  /** Ids of jobs: of whose papers they are nothing stays in memory. */
  const once = new OnceEach<string>();

  async function read(signIn: SignIn, id: string): Promise<StoredPrintJob> {
    const job = await signIn.store.run('printing.read', { id }, actorOf(signIn, now));
    if (!job) throw fault('NOT_FOUND', 'This paper isn’t in the queue any more.');
    return job;
  }

  /** Writes what a person did, tells the windows, and gives the job after it. */
  async function note(signIn: SignIn, id: string, happened: PrintEvent[]): Promise<PrintJob> {
    const actor = actorOf(signIn, now);
    const job = await signIn.store.run('printing.note', { id, events: happened, by: 'person' }, actor);
    events.publish({ kind: 'queue' });
    return queue.shownJob(signIn.store, job, actor);
  }

  async function checkPrinter(id: string, path = 'order.printer'): Promise<void> {
    await queue.printers.look();
    if (!queue.printers.find(id)) throw badField(path, 'This printer isn’t there any more. Choose another one.');
  }

  async function ask(signIn: SignIn, job: StoredPrintJob, order: PrintOrder): Promise<PrintJob> {
    await checkPrinter(order.printer);
    if (job.replacedBy !== null) throw fault('NOT_READY', `Version ${job.replacedBy} replaces this paper. Print that one.`);
    const asked = await note(signIn, job.id, [{ kind: 'asked', order }]);
    void queue.look();
    return asked;
  }

  /** Has what was sent stopped; the look that follows asks the printer, and notes what it says. */
  async function stop(signIn: SignIn, job: StoredPrintJob): Promise<PrintJob> {
    const shown = await note(signIn, job.id, [{ kind: 'cancelAsked' }]);
    void queue.look();
    return shown;
  }

  /** Gives the id of the job. */
  async function reprint(signIn: SignIn, input: Reprint): Promise<string> {
    const { id, order } = input;
    const actor = actorOf(signIn, now);
    if (id !== undefined && (await signIn.store.run('printing.read', { id }, actor))) return id;
    if (order) await checkPrinter(order.printer);
    const versionId = await inThatLanguage(services, signIn, input);
    const job = await signIn.store.run('printing.reprint', { versionId, id, order }, actor);
    events.publish({ kind: 'queue' });
    if (order) void queue.look();
    return job.id;
  }

  const simple = (context: CallContext, id: string, event: PrintEvent) => note(signedIn(services, context), id, [event]);

  return {
    queue: os.printing.queue.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return queue.shown(signIn.store, actorOf(signIn, now));
    }),
    ofPatient: os.printing.ofPatient.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const papers = await signIn.store.run('printing.ofPatient', input, actor);
      return Promise.all(
        papers.map(async (paper) => ({
          ...paper,
          jobs: await Promise.all(paper.jobs.map((job) => queue.shownJob(signIn.store, job, actor))),
        })),
      );
    }),
    print: os.printing.print.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      return ask(signIn, await read(signIn, input.id), input.order);
    }),
    printAll: os.printing.printAll.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { usualPrinter: printer, usualParts: parts } = await queue.shown(signIn.store, actor);
      if (printer === null) throw fault('NOT_READY', 'Choose the printer for papers in the settings first, or print them one by one.');
      const asked = await signIn.store.run('printing.askAll', { ids: input.ids, order: { printer, parts } }, actor);
      events.publish({ kind: 'queue' });
      void queue.look();
      return asked;
    }),
    cancel: os.printing.cancel.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const job = await read(signIn, input.id);
      return job.state === 'waiting' ? note(signIn, job.id, [{ kind: 'withdrawn' }]) : stop(signIn, job);
    }),
    looked: os.printing.looked.handler(async ({ context, input }) => {
      const shown = await simple(context, input.id, { kind: 'looked', found: input.found });
      void queue.look();
      return shown;
    }),
    printedElsewhere: os.printing.printedElsewhere.handler(({ context, input }) => simple(context, input.id, { kind: 'elsewhere' })),
    remove: os.printing.remove.handler(async ({ context, input }) => {
      await simple(context, input.id, { kind: 'removed' });
      return null;
    }),
    reprint: os.printing.reprint.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const work = () => reprint(signIn, input);
      const id = await (input.id === undefined ? work() : once.run(JSON.stringify([signIn.user.id, input]), work));
      return queue.shownJob(signIn.store, await read(signIn, id), actorOf(signIn, now));
    }),
    cameOut: os.printing.cameOut.handler(({ context, input }) => simple(context, input.id, { kind: 'cameOut', answer: input.answer })),
    handOver: os.printing.handOver.handler(async ({ context, input: { id, to, checked } }) => {
      const signIn = signedIn(services, context);
      const job = await read(signIn, id);
      if (job.replacedBy !== null)
        throw fault('NOT_READY', `Version ${job.replacedBy} replaces this paper. Print that one, and throw this one away.`);
      if (job.cameOut?.answer !== 'allRight') throw fault('NOT_READY', 'First say that it came out all right; then hand it over.');
      if (to.kind === 'named' && !job.mayCollect.some(({ name }) => name === to.name))
        throw badField('to', 'She hasn’t named this person. Give it to herself, or to somebody whom she names first.');
      if (!job.identifiers.some(({ kind }) => kind === checked))
        throw badField('checked', 'Her record doesn’t have this. Ask for something that it has.');
      return note(signIn, id, [{ kind: 'handedOver', to, checked }]);
    }),
    file: os.printing.file.handler(({ context, input }) => simple(context, input.id, { kind: 'filed' })),
    resume: os.printing.resume.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      await checkPrinter(input.printer, 'printer');
      try {
        await queue.port.resume(input.printer);
      } catch (error) {
        // A printer that a person has to wake at its own buttons says no here; how it stands is asked next.
        if (!(error instanceof PortFault)) throw error;
      }
      await queue.printers.look({ anew: true });
      const line = await signIn.store.run('printing.inLine', null, actor);
      queue.lines.pass(line.filter(({ state, order }) => state === 'unknown' && order?.printer === input.printer).map(({ id }) => id));
      void queue.look();
      return queue.shown(signIn.store, actor);
    }),
    move: os.printing.move.handler(async ({ context, input: { from, to } }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      await checkPrinter(to, 'to');
      await signIn.store.run('printing.move', { from, to }, actor);
      events.publish({ kind: 'queue' });
      void queue.look();
      return queue.shown(signIn.store, actor);
    }),
    settings: os.printing.settings.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('printing.settings', null, actorOf(signIn, now));
    }),
    saveSettings: os.printing.saveSettings.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const saved = await signIn.store.run('printing.saveSettings', input, actorOf(signIn, now));
      if (isConflict(saved)) throw changedElsewhere(saved);
      events.publish({ kind: 'queue' });
      return saved;
    }),
  };
}
